import type { FieldCode, RichText } from '@waypost/sdk/contract'
import type { Path } from './yaml-value.js'

/** Where a content is read, wherever it was written: what is wrong is told by its place in it. */
export interface Desk {
  /** The content stays out. */
  error(message: string, at: Path, code?: FieldCode): void
  /** It comes in, without what is wrong. */
  warn(message: string, at: Path): void
  /** In words: `on line 12`. */
  placeOf(at: Path): string
  /** A part in Markdown. */
  markdown(text: string, at: Path): RichText
  /** Where readers fetch a file of the folder that it shows; `undefined` where none can be meant. */
  addressOf(file: string, at: Path): string | undefined
}
