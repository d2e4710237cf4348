/**
 * The path of nine rings around one summit, each a closed curve through the middles of its points.
 * Those are whole numbers: long fractions took longer than all else that the window opens with.
 */
export function contourLines(): string {
  let path = ''
  for (let ring = 1; ring < 10; ring++) {
    const point = (step: number) => {
      const t = (step / 12) * Math.PI
      const bumps =
        0.16 * Math.sin(2 * t + 0.6 + ring * 0.1) + 0.09 * Math.sin(3 * t - 1 - ring * 0.16)
      const radius = ring * 23 * (1 + bumps)
      // `| 0` leaves the fraction out: with a half more, that is to round.
      return [
        (236.5 + radius * 1.25 * Math.cos(t)) | 0,
        (34.5 + radius * 0.82 * Math.sin(t)) | 0,
      ] as const
    }
    let [x, y] = point(0)
    for (let step = 0; step < 25; step++) {
      const [nextX, nextY] = point(step + 1)
      const middle = `${(x + nextX) / 2} ${(y + nextY) / 2}`
      path += step ? `Q${x} ${y} ${middle}` : `M${middle}`
      ;[x, y] = [nextX, nextY]
    }
  }
  return path
}
