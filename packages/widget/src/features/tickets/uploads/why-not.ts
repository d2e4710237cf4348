import type { Form } from '@waypost/sdk/contract'
import type { Translator } from '../../../foundation/i18n.js'
import { fileSize } from './file-size.js'
import type { Upload } from './upload.js'

/** Why a file is not there, and what to do. */
export function whyNot(
  { fault = 'failed', size }: Upload,
  limits: Form['attachments'],
  { t }: Translator,
  locale: string,
): string {
  if (fault === 'too-many') return t('upload.too-many', { n: limits?.maxCount ?? 0 })
  if (fault === 'too-large') {
    const limit = fileSize(limits?.maxBytes ?? 0, locale)
    return t('upload.too-large', { size: fileSize(size, locale, 'up'), limit })
  }
  return t(fault === 'busy' ? 'upload.waits.busy' : `upload.${fault}`)
}
