import type { CalloutTone } from '@waypost/sdk/contract'
import type { SafeHtml } from './html.js'

/** The words that drawing adds to what the author wrote, in the reader's language. */
export interface RichTextWords {
  readonly callouts: Readonly<Record<CalloutTone, string>>
  /** Names a table that scrolls. */
  readonly table: string
  readonly video: string
  readonly done: string
  readonly notDone: string
}

export interface KnownPicture {
  readonly width?: number | undefined
  readonly height?: number | undefined
  /** Stands where the page begins, so it is fetched at once; others wait until they come near. */
  readonly isFirst?: boolean
}

export interface RichTextHtmlOptions {
  readonly words: RichTextWords
  /** Address of another article; `undefined` leaves its words without a link. */
  articleUrl(articleId: string, anchor?: string): string | undefined
  /** Turns a path of our own origin into an address: mail needs whole ones. */
  siteUrl?(path: string): string
  /** Added to the level of every heading, up to 6: 1 below a page title. 0 unless said. */
  readonly headingOffset?: number
  /** Stands before every heading's id, to keep clear of the page's own. Empty unless said. */
  readonly idPrefix?: string
  /** What is known of a picture before it comes: its size keeps the page still. */
  picture?(src: string): KnownPicture | undefined
  /** Decoration before the word of a callout; none unless given. */
  calloutIcon?(tone: CalloutTone): SafeHtml
  /** Names the link to a section of its own, beside its heading; without it there is none. */
  sectionLink?(title: string): string
}
