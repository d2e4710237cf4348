/**
 * What customer education decides, as pure functions: who sees what, what is done, what is right.
 * For server, browser and whoever draws their own.
 */
export { applyContent, applyStep, type ProgressOf } from './apply-progress.js'
export { choose, type History } from './choose.js'
export { explainRule, type RuleExplanation } from './explain-rule.js'
export type { CallerFacts, Facts, PageFacts } from './facts.js'
export { holds } from './holds.js'
export { holdsOnPage } from './holds-on-page.js'
export { isAllDone } from './is-all-done.js'
export { isOnPage, readablePath } from './is-on-page.js'
export { type MarkedQuestion, markAnswer } from './mark-answer.js'
export { mergeProgress } from './merge-progress.js'
export { narrowRule } from './narrow-rule.js'
export {
  type ChecklistProgress,
  isTaskDone,
  progressOfChecklist,
  type TaskFacts,
} from './progress-of-checklist.js'
export { type CourseProgress, progressOfCourse } from './progress-of-course.js'
