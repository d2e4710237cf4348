import type { FieldAnswer, FormField } from '@waypost/sdk/contract'

/** What the form has of a field that it draws. */
export interface SiteFieldParts {
  field: FormField
  name: `fields.${string}`
  answer: FieldAnswer | undefined
  /** What is wrong with it, in words. */
  why: string | undefined
  isLocked: boolean
  say: (answer: FieldAnswer | undefined) => void
  left: () => void
}
