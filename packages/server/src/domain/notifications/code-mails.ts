import type { Transaction } from '../storage.js'
import type { NewMail } from './new-mail.js'
import type { Outbox } from './outbox.js'

type To = Pick<NewMail, 'site' | 'to' | 'isProven' | 'locale' | 'at'>

/** Writes to those who sign in; see the port in the identity room. */
export function createCodeMails({ outbox }: { outbox: Outbox }) {
  return {
    code: (tx: Transaction, to: To, codeId: string) =>
      outbox.write(tx, {
        ...to,
        id: `mai_${codeId.slice(codeId.indexOf('_') + 1)}`,
        matter: { kind: 'sign-in-code', codeId },
      }),

    /** Also where nothing is known of the address: what there is to say is found when it goes. */
    links: (tx: Transaction, to: To, id: string) =>
      outbox.write(tx, { ...to, id, matter: { kind: 'request-links' } }),
  }
}
