import type { ExcerptPart } from '@waypost/sdk/contract'
import { html } from 'lit'

/** A passage with the words marked that were meant. */
export const renderExcerpt = (parts: readonly ExcerptPart[]) =>
  parts.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text))
