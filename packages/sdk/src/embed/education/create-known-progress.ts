import type { EducationClient } from '../../client/education.js'
import type { Progress } from '../../contract/progress.js'

/** How far one is, for the host: what it changes is known to the page as well. */
export function createKnownProgress(
  progress: EducationClient['progress'],
  know: (changed: Progress) => Progress,
): EducationClient['progress'] {
  const { set, setStep, complete } = progress
  return {
    ...progress,
    set: (...args) => set(...args).then(know),
    setStep: (...args) => setStep(...args).then(know),
    complete: (...args) => complete(...args).then(know),
  }
}
