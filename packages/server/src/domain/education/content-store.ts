import { declareTable } from '../../foundation/records.js'
import type { EducationContent } from './content.js'

export const educationTable = declareTable<EducationContent>()({
  name: 'education',
  indexes: {
    site: { keys: ({ site }) => [site] },
    /** All that stands by itself: lessons are named by their courses. */
    offered: { keys: ({ site, kind }) => (kind === 'lesson' ? [] : [site]) },
    /** What there is to learn, for anybody beside the team. */
    learnt: {
      keys: ({ site, kind, audience, status }) =>
        (kind === 'course' || kind === 'checklist') && audience !== 'team' && status === 'published'
          ? [site]
          : [],
    },
    translations: { keys: ({ site, contentId }) => [`${site}|${contentId}`] },
  },
})
