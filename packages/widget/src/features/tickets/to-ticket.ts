import type { NewTicket } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'
import type { FormWords } from './form-words.js'

/** The ticket to send. A name and an address go along only where they were asked for. */
export function toTicket(
  words: FormWords,
  asksContact: boolean,
  { context, locale, keep }: Pick<PanelContext, 'context' | 'locale' | 'keep'>,
): NewTicket {
  const { url, title } = context()
  const { searchId } = keep
  const [name, email] = [words.name.trim(), words.email.trim()]
  return {
    subject: words.subject.trim(),
    message: words.message.trim(),
    ...(words.kind && { kind: words.kind }),
    ...(asksContact && name && { name }),
    ...(asksContact && email && { email }),
    // Where the requester is, as much of it as a ticket takes.
    context: {
      ...(url && { url: url.slice(0, 2048) }),
      ...(title?.trim() && { title: title.trim().slice(0, 300) }),
      ...(locale && { locale: locale.slice(0, 35) }),
      userAgent: navigator.userAgent.slice(0, 500),
      ...(searchId && { searchId }),
    },
  }
}
