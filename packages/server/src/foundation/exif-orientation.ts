const ORIENTATION = 0x0112

/**
 * Whether a camera was held on its side: browsers turn such a picture, and its width is their height.
 * Reads what stands in the APP1 segment of a JPEG, without its marker and length (Exif 2.32, 4.5.2).
 */
export function isOnItsSide(segment: Buffer): boolean {
  if (segment.length < 14 || segment.toString('latin1', 0, 6) !== 'Exif\0\0') return false
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = Math.min(short(directory), 200)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) === ORIENTATION) return short(at + 8) >= 5 && short(at + 8) <= 8
  }
  return false
}
