import type { RichText } from '@waypost/sdk/contract'
import { plainTextOf } from '../../foundation/plain-text.js'

/** Words a minute that people read on a screen when they mean to understand. */
const PACE = 200
/** Characters of a script without spaces that make up a word. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
const DENSITY = 2

/** Minutes that an article takes, at least one. */
export function readingMinutes(body: RichText): number {
  const text = plainTextOf(body)
  const dense = text.match(DENSE)?.length ?? 0
  const words = text.replace(DENSE, ' ').match(/\S+/g)?.length ?? 0
  return Math.max(1, Math.round((words + dense / DENSITY) / PACE))
}
