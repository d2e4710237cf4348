import type { Plan } from './draw-plan.js'

/** How often a smaller plan may go well before it counts as good: much hangs on a millisecond. */
const TRIES = 2

/** Leaves out steps, many at once and then fewer, as long as it still goes wrong without them. */
export async function shrink(plan: Plan, fails: (plan: Plan) => Promise<boolean>): Promise<Plan> {
  let { steps } = plan
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < steps.length; ) {
      // Without the first ticket there is nothing to write in.
      const fewer = steps.filter(
        (step, n) => n < at || n >= at + size || (step.do === 'open' && step.ticket === 1),
      )
      if (fewer.length < steps.length && (await goesWrong(fewer))) steps = fewer
      else at += size
    }
  }
  return { ...plan, steps }

  async function goesWrong(fewer: Plan['steps']): Promise<boolean> {
    for (let n = 0; n < TRIES; n += 1) if (await fails({ ...plan, steps: fewer })) return true
    return false
  }
}
