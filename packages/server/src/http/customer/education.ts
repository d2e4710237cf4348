import type { EducationRoom } from '../../domain/education/education.js'
import type { Endpoints } from '../endpoint.js'
import {
  type CourseUrl,
  presentCourse,
  presentEducation,
  presentLesson,
} from '../present/education.js'

export interface EducationEndpointsDeps {
  education: EducationRoom
  url: CourseUrl
  /** The locale that answers for the wanted one. */
  localeFor(site: string, wanted: string | undefined): string
}

export function educationEndpoints({ education, url, localeFor }: EducationEndpointsDeps) {
  return {
    getEducation: async ({ actor, query }) => {
      const locale = localeFor(actor.site, query.locale)
      const seen = await education.overview(actor, query.locale)
      return { reply: presentEducation(seen, locale, url), locale }
    },
    getCourse: async ({ actor, params, query }) => {
      const seen = await education.course(actor, params.id, query.locale)
      return { reply: presentCourse(seen, url), locale: seen.content.locale }
    },
    getLesson: async ({ actor, params, query }) => {
      const seen = await education.lesson(actor, params.id, query.locale)
      return { reply: presentLesson(seen), locale: seen.content.locale }
    },
  } satisfies Partial<Endpoints>
}
