import type { WaypostError } from '../../contract/errors.js'
import type { ContentChange, StepState } from '../../contract/progress.js'
import type { ContentKind } from '../../contract/targeting.js'
import { stepsOf } from '../../education/is-all-done.js'
import type { Content } from './see-state.js'

export interface CallsDeps {
  load(): Promise<unknown>
  find(id: string): Content | undefined
  start(kind: ContentKind, id: string): Promise<void>
  skip(contentId?: string): void
  step(contentId: string, stepId: string, state: StepState): void
  content(contentId: string, state: ContentChange['state']): void
  wrongCall(detail: string): WaypostError
}

/** By name, as few hosts call them, with what a host may get wrong about it: fetched with the first. */
export function createCalls({
  load,
  find,
  wrongCall,
  ...to
}: CallsDeps): Readonly<Record<string, (...args: never[]) => unknown>> {
  return {
    async skip(contentId?: string) {
      await load()
      to.skip(contentId)
    },
    async restart(id: string) {
      await load()
      const content = find(id)
      if (!content) throw wrongCall(`There is no content “${id}”`)
      to.content(id, 'restarted')
      await to.start(content.kind, id)
    },
    async completeStep(id: string, stepId: string) {
      await load()
      const content = find(id)
      if (!content || content.kind === 'tip' || !stepsOf(content).includes(stepId)) {
        throw wrongCall(`There is no step “${stepId}” in a content “${id}”`)
      }
      to.step(id, stepId, 'completed')
    },
  }
}
