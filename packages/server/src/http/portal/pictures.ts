import type { RichText } from '@waypost/sdk/contract'
import type { PictureSizeOf } from '../../domain/knowledge/picture-size.js'
import type { KnownPicture } from '../../foundation/rich-text-html-options.js'
import { inlinesOf } from '../../foundation/rich-text-parts.js'

/** What is known of the pictures in a text, before any of them is drawn. */
export async function readPictures(
  pictureSizeOf: PictureSizeOf,
  body: RichText,
): Promise<(src: string) => KnownPicture | undefined> {
  const sources = new Set<string>()
  for (const inline of inlinesOf(body)) if (inline.type === 'image') sources.add(inline.src)
  const [first] = sources
  const known = await Promise.all(
    [...sources].map(async (src) => [src, await pictureSizeOf(src)] as const),
  )
  const sizes = new Map(known)
  return (src) => ({ ...sizes.get(src), isFirst: src === first })
}
