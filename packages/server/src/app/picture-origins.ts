import { createContentReader } from '../adapters/content/content-folder.js'
import { createRichTextReader } from '../adapters/markdown/create-rich-text-reader.js'
import type { Config } from './config-schema.js'

/** Where articles of the content folder and the logos of sites take pictures from elsewhere. */
export async function pictureOrigins({ content: folder, sites }: Config): Promise<string[]> {
  const logos = sites.flatMap(({ theme }) => originOf(theme.logo))
  if (folder === undefined) return [...new Set(logos)]
  const read = createContentReader({ folder, richText: createRichTextReader() })
  const { articles } = await read()
  return [...new Set([...logos, ...articles.flatMap(({ body }) => [...originsIn(body)])])]
}

/** Of pictures and of the stills of videos, however deep in the tree. */
function* originsIn(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return
  const { type, src, poster } = node as Record<string, unknown>
  yield* originOf(type === 'image' ? src : type === 'video' ? poster : undefined)
  for (const part of Object.values(node)) yield* originsIn(part)
}

const originOf = (address: unknown) =>
  typeof address === 'string' && /^https?:/.test(address) ? [new URL(address).origin] : []
