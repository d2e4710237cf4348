/** On each side, for screens with two dots a pixel. */
const SIDE = 80
/** More than that is not taken apart for a picture the size of a thumb. */
const MOST = 30_000_000

/**
 * A picture of a picture, drawn here: an address of the file would need leave by the page's
 * Content-Security-Policy. Nothing for what is none, or cannot be read.
 */
export async function drawThumbnail(file: File): Promise<HTMLCanvasElement | undefined> {
  if (!/^image\/(png|jpeg|gif|webp|avif|bmp)$/.test(file.type) || file.size > MOST) return undefined
  try {
    const picture = await createImageBitmap(file)
    const { width, height } = picture
    const side = Math.min(width, height)
    const canvas = Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE })
    const [x, y] = [(width - side) / 2, (height - side) / 2]
    canvas.getContext('2d')?.drawImage(picture, x, y, side, side, 0, 0, SIDE, SIDE)
    picture.close()
    return canvas
  } catch {
    return undefined
  }
}
