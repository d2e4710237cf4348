import type { CarriedCard } from '../../domain/carried.js'
import { courseUrl } from './education.js'

/** Where what a reply on a site carries stands in the help centre, where it does. */
export type CardUrl = (site: string, card: CarriedCard) => string | null

/** The help centre is that of the main site; checklists and tours live on pages of the host. */
export function cardUrl(publicUrl: string, mainSite: string): CardUrl {
  const url = courseUrl(publicUrl)
  return (site, { kind, id, locale, courseId }) => {
    if (site !== mainSite) return null
    if (kind === 'course') return url({ locale, contentId: id })
    if (courseId === null) return null
    const course = url({ locale, contentId: courseId })
    return `${course}/${encodeURIComponent(id.slice(courseId.length + 1))}`
  }
}
