import type { EducationDeps, EducationPart } from '../education/create-education.js'
import { createLazyPart } from './lazy-part.js'

/** Whoever tracks every move of a pointer is not kept waiting for with all of them. */
const MOST = 200

/** Courses, checklists and tours: fetched when somebody needs them, told what was said before. */
export function createLazyEducation(deps: EducationDeps) {
  const waiting: [name: string, args: unknown[]][] = []
  let tell = (name: string, args: unknown[]): unknown =>
    waiting.length < MOST && waiting.push([name, args])

  const part = createLazyPart<EducationPart>(async () => {
    const made = (await import('../education/create-education.js')).createEducation(deps)
    tell = made.take
    for (const [name, args] of waiting.splice(0)) made.take(name, args).catch(deps.report)
    return made
  })

  return {
    ...part,

    /** A call of the host: what only tells waits until somebody needs it. */
    make: async (name: string, args: unknown[]): Promise<unknown> =>
      /^(track|page)$/.test(name) ? tell(name, args) : (await part.get()).take(name, args),
  }
}
