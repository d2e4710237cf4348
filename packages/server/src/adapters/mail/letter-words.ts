import type { SafeHtml } from '../../foundation/html.js'

/** What stands in a mail, from top to bottom; text and HTML are both drawn of this. */
export interface LetterWords {
  readonly subject: string
  readonly title: string
  /** Above the rest, in large figures. */
  readonly code?: string
  readonly lines: readonly string[]
  /** What the team has written. */
  readonly quote?: { readonly text: string; readonly html: SafeHtml } | undefined
  readonly button?: Link | undefined
  /** One line and link for each. */
  readonly list?: readonly (Link & { readonly detail: string })[]
  /** Below, and smaller. */
  readonly notes: readonly string[]
}

interface Link {
  readonly words: string
  /** Absent where the reader's site has no pages of its own. */
  readonly url: string | undefined
}
