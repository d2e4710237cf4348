import type { Block, RichText } from '@waypost/sdk/contract'
import type { TemplateResult } from 'lit'
import type { Translator } from '../foundation/i18n.js'

/** What drawing needs to know besides the tree. */
export interface RichTextContext {
  content: RichText
  /** Where relative addresses start; the page's own address unless given. */
  baseUrl: string | undefined
  translator: Translator
  /** Missing until a text holds some. */
  rarer: RarerBlocks | undefined
}

/** Draws what only some texts hold. */
export interface RarerBlocks {
  renderRarerBlock: (block: Block, context: RichTextContext) => TemplateResult | symbol
  renderTask: (checked: boolean, blocks: unknown, context: RichTextContext) => TemplateResult
}
