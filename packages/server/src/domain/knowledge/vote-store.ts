import { declareTable } from '../../foundation/records.js'
import type { Vote } from './vote.js'

export const voteTable = declareTable<Vote>()({
  name: 'votes',
  indexes: {
    article: { keys: ({ site, articleId }) => [`${site}|${articleId}`] },
    /** Those of one day of a site, by when they were first given. */
    day: { keys: ({ site, createdAt }) => [`${site}|${createdAt.slice(0, 10)}`] },
    origin: { keys: (vote) => (vote.origin ? [vote.origin.key] : []) },
  },
})
