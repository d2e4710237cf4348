import type { FormField } from '@waypost/sdk/contract'

/** One text, by locale. */
export type Words = Readonly<Record<string, string>>

/** One field of a site's form, in every language that the site has written it in. */
export interface SiteField extends Omit<FormField, 'label' | 'help' | 'options'> {
  readonly label: Words
  readonly help: Words | null
  readonly options: readonly { readonly value: string; readonly label: Words }[] | null
  /** Nobody is asked: the host's page fills it in. */
  readonly hidden: boolean
}

/** What a site asks of whoever opens a ticket, in all its languages. */
export interface SiteForm {
  readonly fields: readonly SiteField[]
  /** What must be agreed to before anything is sent. */
  readonly consent: Words | null
  readonly privacyUrl: Words | null
}
