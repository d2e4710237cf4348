import type { RichText } from '@waypost/sdk/contract'
import { inlinesOf } from '../../foundation/rich-text-parts.js'
import type { Learnable } from './learning-index.js'

const PAGE = /\/help\/[^/]+\/courses\/([^/?#]+)(?:\/([^/?#]+))?\/?(?:[?#]|$)/

/** Courses and lessons to whose pages a text links. */
export function linkedLessons(text: RichText): Pick<Learnable, 'kind' | 'contentId'>[] {
  return [...inlinesOf(text)].flatMap((inline) => {
    const [, course, lesson] = (inline.type === 'link' && PAGE.exec(inline.href)) || []
    if (course === undefined) return []
    const kind = lesson === undefined ? 'course' : 'lesson'
    return { kind, contentId: [course, lesson].filter(Boolean).map(read).join('/') }
  })
}

function read(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '')
  } catch {
    return ''
  }
}
