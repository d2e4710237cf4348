import { createContentReader } from '../adapters/content/content-folder.js'
import { createRichTextReader } from '../adapters/markdown/create-rich-text-reader.js'
import type { ContentDraft } from '../domain/education/content.js'
import type { Config } from './config-schema.js'

export interface MediaOrigins {
  /** Where pictures come from, other than the server. */
  readonly pictures: readonly string[]
  /** Where the films of lessons come from, other than the server; none where no lesson has one. */
  readonly films: readonly string[] | undefined
}

/** Where what stands in the content folder, and the logos of sites, take pictures and films from. */
export async function mediaOrigins({ content: folder, sites }: Config): Promise<MediaOrigins> {
  const logos = sites.flatMap(({ theme }) => originOf(theme.logo))
  if (folder === undefined) return { pictures: [...new Set(logos)], films: undefined }
  const read = createContentReader({ folder, richText: createRichTextReader() })
  const { articles, education } = await read()
  const videos = education.drafts.flatMap(videoOf)
  const pictures = [...logos, ...originsIn(articles), ...originsIn(education.drafts)]
  const films = videos.flatMap(({ url, captions }) => [url, ...captions.map((it) => it.url)])
  return {
    pictures: [...new Set(pictures)],
    films: videos.length > 0 ? [...new Set(films.flatMap(originOf))] : undefined,
  }
}

const videoOf = (content: ContentDraft) =>
  content.kind === 'lesson' && content.video ? [content.video] : []

/** Of pictures and of the stills of videos, however deep in the tree. */
function* originsIn(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return
  const { type, src, poster } = node as Record<string, unknown>
  yield* originOf(type === 'image' ? src : poster)
  for (const part of Object.values(node)) yield* originsIn(part)
}

const originOf = (address: unknown) =>
  typeof address === 'string' && /^https?:/.test(address) ? [new URL(address).origin] : []
