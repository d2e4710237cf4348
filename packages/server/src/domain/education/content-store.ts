import { declareTable } from '../../foundation/records.js'
import type { EducationContent } from './content.js'
import { manuscriptKey, manuscriptOf } from './manuscript.js'

export const educationTable = declareTable<EducationContent>()({
  name: 'education',
  indexes: {
    site: { keys: ({ site }) => [site] },
    /** All that stands by itself: lessons are named by their courses. */
    offered: { keys: ({ site, kind }) => (kind === 'lesson' ? [] : [site]) },
    /** All that is made from one manuscript. */
    made: { keys: (content) => [manuscriptKey(content.site, manuscriptOf(content))] },
    translations: { keys: ({ site, contentId }) => [`${site}|${contentId}`] },
  },
})
