import type { Settings } from '@waypost/sdk/contract'
import type { Translator } from './i18n.js'

/** When the team usually replies, in hours or, from two days on, in days; empty without a promise. */
export function replyTime(settings: Settings | undefined, { t }: Translator): string {
  const hours = settings?.replyHours ?? 0
  if (hours <= 0) return ''
  return hours < 48
    ? t('panel.reply-hours', { n: Math.ceil(hours) })
    : t('panel.reply-days', { n: Math.ceil(hours / 24) })
}
