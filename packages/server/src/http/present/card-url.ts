import type { CarriedCard } from '../../domain/carried.js'
import { courseUrl } from './education.js'

/** Where what a reply carries stands in the help centre; checklists and tours live on pages of the host. */
export function cardUrl(publicUrl: string) {
  const url = courseUrl(publicUrl)
  return ({ kind, id, locale }: CarriedCard): string | null => {
    if (kind === 'course') return url({ locale, contentId: id })
    if (kind !== 'lesson') return null
    const at = id.lastIndexOf('/')
    const course = url({ locale, contentId: id.slice(0, at) })
    return `${course}/${encodeURIComponent(id.slice(at + 1))}`
  }
}
