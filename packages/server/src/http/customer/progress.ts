import type { Attempts } from '../../domain/education/attempts.js'
import type { ProgressRoom } from '../../domain/education/progress.js'
import type { Endpoints } from '../endpoint.js'
import { presentAttempt, presentProgress } from '../present/progress.js'

export interface ProgressEndpointsDeps {
  progress: ProgressRoom
  attempts: Attempts
}

/** How far learners are, as they say it themselves; what is right in a quiz the server says. */
export function progressEndpoints({ progress, attempts }: ProgressEndpointsDeps) {
  return {
    listProgress: async ({ actor }) => {
      const items = await progress.list(actor)
      return { reply: { items: items.map(presentProgress), nextCursor: null } }
    },
    setProgress: async ({ actor, params, query, body, origin }) => {
      const by = { locale: query.locale, origin }
      return { reply: presentProgress(await progress.set(actor, params.contentId, body, by)) }
    },
    setStepProgress: async ({ actor, params, query, body, origin }) => {
      const by = { locale: query.locale, origin }
      const { contentId, stepId } = params
      return { reply: presentProgress(await progress.setStep(actor, contentId, stepId, body, by)) }
    },
    createAttempt: async ({ actor, params, query, body, origin }) => {
      const by = { locale: query.locale, origin }
      const answered = await attempts.answer(actor, params.id, body, by)
      return { reply: presentAttempt(answered), locale: answered.locale }
    },
  } satisfies Partial<Endpoints>
}
