import { declareTable } from '../../foundation/records.js'
import type { Manuscript } from './manuscript.js'

export const manuscriptTable = declareTable<Manuscript>()({
  name: 'manuscripts',
  indexes: {
    site: {
      keys: ({ site }) => [site],
      order: ({ contentId, locale }) => `${contentId} ${locale}`,
    },
    content: { keys: ({ site, contentId }) => [`${site}|${contentId}`] },
  },
})
