import type { CarriedKind } from '@waypost/sdk/contract'

/** What a reply of the team carries; whether its reader may see it is asked each time it is read. */
export interface Carried {
  readonly kind: CarriedKind
  readonly id: string
}

/** The same as somebody reads it, in the nearest language. */
export interface CarriedCard extends Carried {
  readonly locale: string
  readonly title: string
  /** Of a lesson: its id begins with that of its course, and both may hold slashes. */
  readonly courseId: string | null
  readonly minutes: number | null
}
