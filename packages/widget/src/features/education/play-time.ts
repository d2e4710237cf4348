/** How long something plays, as a player shows it: `1:40`, `1:02:03`. */
export function inFigures(seconds: number): string {
  const two = (n: number) => `${n}`.padStart(2, '0')
  const [h, m, s] = partsOf(seconds)
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** The same as one says it: “1 minute 40 seconds”. */
export function inWords(seconds: number, locale: string): string {
  const [h, m, s] = partsOf(seconds)
  const say = (n: number, unit: string) =>
    n > 0
      ? new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(n)
      : ''
  return [say(h, 'hour'), say(m, 'minute'), say(s, 'second')].filter(Boolean).join(' ')
}

function partsOf(seconds: number): [number, number, number] {
  const all = Math.round(seconds)
  return [Math.floor(all / 3600), Math.floor((all % 3600) / 60), all % 60]
}
