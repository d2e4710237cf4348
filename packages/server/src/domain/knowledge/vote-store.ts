import { declareTable } from '../../foundation/records.js'
import type { Vote } from './vote.js'

export const voteTable = declareTable<Vote>()({
  name: 'votes',
  indexes: {
    article: { keys: ({ site, articleId }) => [`${site}|${articleId}`] },
    origin: { keys: (vote) => (vote.origin ? [vote.origin.key] : []) },
  },
})
