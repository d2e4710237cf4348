import type { RichText } from '@waypost/sdk/contract'
import type { Translator } from '../foundation/i18n.js'

/** What drawing needs to know besides the tree. */
export interface RichTextContext {
  /** Where relative addresses start; the page's own address unless given. */
  baseUrl: string | undefined
  translator: Translator
  content: RichText
}
