import type { FieldError } from '@waypost/sdk/contract'
import type { Visit } from '../page.js'
import { sayBytes } from './say-bytes.js'
import type { Refusal, Refused } from './take-files.js'

/** Why files were left out, each by its name; nothing where none was. */
export function sayRefused(visit: Visit, refused: readonly Refused[]): string | undefined {
  if (refused.length === 0) return undefined
  // A name runs in its own direction, whatever stands around it.
  return refused.map(({ name, why }) => `\u2068${name}\u2069: ${say(visit, why)}`).join(' ')
}

/** What is wrong with the uploads that a form names: too many, or one was swept away meanwhile. */
export function sayAttachments(
  { words, form }: Visit,
  errors: readonly FieldError[],
): string | undefined {
  const wrong = errors.find(({ path }) => path.split('.')[0] === 'attachmentIds')
  if (!wrong) return undefined
  if (wrong.code !== 'too_long') return words.t('upload.gone')
  return words.t('upload.too-many', { n: form.attachments?.maxCount ?? 0 })
}

function say({ words, form }: Visit, why: Refusal): string {
  const { maxBytes, maxCount } = form.attachments ?? { maxBytes: 0, maxCount: 0 }
  switch (why) {
    case 'too-large':
      return words.t('upload.why.large', { limit: sayBytes(words, maxBytes) })
    case 'too-many':
      return words.t('upload.too-many', { n: maxCount })
    case 'full':
      return words.t('upload.full')
    case 'again':
      return words.t('upload.why.again')
    case 'failed':
      return words.t('upload.failed')
  }
}
