import type { AttributeValue, ContentState, DeviceKind } from '../contract/targeting.js'

/** What the page knows. */
export interface PageFacts {
  /** Of the host's page, absolute or from its root. */
  readonly url: string
  /** In which the person reads, BCP 47. */
  readonly locale: string
  readonly device: DeviceKind
  /** Days are those of the zone that this runs in. */
  readonly now: Date
  /** How often the host has tracked it, within so many days where they are given. */
  events(name: string, days?: number): number
  /** How far the person is with another content. */
  state(contentId: string): ContentState
  /** Whether the selector finds something that is seen; `false` for what is no selector. */
  hasElement(selector: string): boolean
}

/** What the server knows of who calls, and tells nobody. */
export interface CallerFacts {
  readonly site: string
  readonly segments: readonly string[]
  readonly attributes: Readonly<Record<string, AttributeValue | null>>
  readonly signedIn: boolean
}

/** What a rule is asked of. What is left out cannot be answered. */
export type Facts = Partial<PageFacts & CallerFacts>
