import type { CarriedCard } from '../../domain/carried.js'
import { courseUrl } from './education.js'

/** Where what a reply carries stands in the help centre; checklists and tours live on pages of the host. */
export function cardUrl(publicUrl: string) {
  const url = courseUrl(publicUrl)
  return ({ kind, id, locale, courseId }: CarriedCard): string | null => {
    if (kind === 'course') return url({ locale, contentId: id })
    if (courseId === null) return null
    const course = url({ locale, contentId: courseId })
    return `${course}/${encodeURIComponent(id.slice(courseId.length + 1))}`
  }
}
