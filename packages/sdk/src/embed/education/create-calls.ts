import type { WaypostError } from '../../contract/errors.js'
import type { ContentChange, StepState } from '../../contract/progress.js'
import type { ContentKind } from '../../contract/targeting.js'
import { stepsOf } from '../../education/is-all-done.js'
import type { Content } from './see-state.js'

export interface CallsDeps {
  load(): Promise<unknown>
  find(id: string): Content | undefined
  learn(): void
  start(kind: ContentKind, id: string): Promise<void>
  skip(contentId?: string): void
  step(contentId: string, stepId: string, state: StepState): void
  content(contentId: string, state: ContentChange['state']): void
  track(name: string): void
  page(address: string | undefined): void
  wrongCall(detail: string): WaypostError
}

/** By name, as the host calls them, with what the host may get wrong about it. */
export function createCalls({
  load,
  find,
  wrongCall,
  ...to
}: CallsDeps): Readonly<Record<string, (...args: never[]) => unknown>> {
  return {
    learn: to.learn,
    start: to.start,
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
    track(name: string) {
      if (typeof name !== 'string' || !name) throw wrongCall('track() takes the name of an event')
      to.track(name)
    },
    page: (address?: string) => to.page(address ? `${address}` : undefined),
  }
}
