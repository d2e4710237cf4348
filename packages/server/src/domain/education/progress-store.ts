import { declareTable } from '../../foundation/records.js'
import type { KeptAttempt } from './attempt.js'
import type { KeptProgress } from './kept-progress.js'
import { learnerKey } from './learner.js'

export const progressTable = declareTable<KeptProgress>()({
  name: 'progress',
  indexes: {
    site: { keys: ({ site }) => [site] },
    learner: { keys: ({ site, learnerId }) => [learnerKey({ site, id: learnerId })] },
    content: { keys: ({ site, contentId }) => [`${site}|${contentId}`] },
  },
})

export const attemptTable = declareTable<KeptAttempt>()({
  name: 'attempts',
  indexes: {
    learner: { keys: ({ site, learnerId }) => [learnerKey({ site, id: learnerId })] },
    /** Those of one learner in one course. */
    course: {
      keys: ({ site, learnerId, courseId }) => [
        `${learnerKey({ site, id: learnerId })}|${courseId}`,
      ],
    },
    lesson: { keys: ({ site, lessonId }) => [`${site}|${lessonId}`] },
    origin: { keys: ({ origins }) => origins.map(({ key }) => key) },
  },
})
