import { isOnItsSide } from './exif-orientation.js'

/** In CSS pixels, as a browser draws it when nothing says otherwise. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** How much of a file tells its size; only a photograph with much written into it holds it later. */
export const HEAD = 64 * 1024

/** The size that the first bytes of a picture tell, whatever its name ends in. */
export function readPictureSize(bytes: Buffer): PictureSize | undefined {
  const size =
    pngSize(bytes) ?? gifSize(bytes) ?? jpegSize(bytes) ?? webpSize(bytes) ?? svgSize(bytes)
  return size && size.width > 0 && size.height > 0 ? size : undefined
}

/** https://www.w3.org/TR/png-3/#11IHDR */
function pngSize(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return undefined
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

function gifSize(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 10 || bytes.toString('latin1', 0, 4) !== 'GIF8') return undefined
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
}

/** Goes from segment to segment to the frame (ITU T.81, B.2.2). */
function jpegSize(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined
  let at = 2
  let isTurned = false
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      const [height, width] = [bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)]
      return isTurned ? { width: height, height: width } : { width, height }
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (marker === 0xe1) isTurned ||= isOnItsSide(bytes.subarray(at + 4, end))
    at = end
  }
  return undefined
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: Buffer): PictureSize | undefined {
  if (bytes.length < 30 || bytes.toString('latin1', 8, 12) !== 'WEBP') return undefined
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    default:
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  }
}

/** By its own width and height in pixels, or else by its view box. */
function svgSize(bytes: Buffer): PictureSize | undefined {
  const [, attributes = ''] = /<svg\b([^>]*)>/i.exec(bytes.toString('utf8')) ?? []
  const number = (name: string) => {
    const [, value] =
      new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(attributes) ?? []
    return value === undefined ? undefined : Math.round(Number(value))
  }
  const [width, height] = [number('width'), number('height')]
  if (width !== undefined && height !== undefined) return { width, height }
  const [, box] = /\sviewBox\s*=\s*["']([^"']*)["']/.exec(attributes) ?? []
  const [, , across, down] = (box ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (!across || !down) return undefined
  return { width: Math.round(across), height: Math.round(down) }
}
