import { createFileMailer } from '../adapters/mail/file-mailer.js'
import type { Keys } from '../adapters/tokens/keys.js'
import { createMailLinks } from '../adapters/tokens/mail-links.js'
import { createMailedCodes } from '../adapters/tokens/mailed-codes.js'
import { secrets } from '../adapters/tokens/secrets.js'
import { createSignIns } from '../domain/identity/sign-ins.js'
import { createCodeMails } from '../domain/notifications/code-mails.js'
import type { Mailer } from '../domain/notifications/mailer.js'
import { createOccasions, type OccasionsDeps } from '../domain/notifications/occasions.js'
import { createOutbox } from '../domain/notifications/outbox.js'
import { createTicketNotices } from '../domain/notifications/ticket-notices.js'
import type { Storage } from '../domain/storage.js'
import type { Clock } from '../foundation/clock.js'
import { newId } from '../foundation/ids.js'
import type { Config } from './config-schema.js'
import { mailFolderOf, senderOf } from './mail-sender.js'

export interface ComposeMailsDeps {
  config: Config
  publicUrl: string
  storage: Storage
  clock: Clock
  keys(): Keys['ticketTokens']
  mailer?: Mailer | undefined
  cards: OccasionsDeps['cards']
}

/** Who is written to, of what, and how; nothing goes before the server runs. */
export function composeMails(deps: ComposeMailsDeps) {
  const { config, publicUrl, storage, clock, keys, cards } = deps
  const mailer =
    deps.mailer ??
    createFileMailer({ folder: mailFolderOf(config), from: senderOf(config, publicUrl) })
  const outbox = createOutbox({ storage, clock })
  const links = createMailLinks(keys)
  const codes = createMailedCodes(keys)
  return {
    ...{ mailer, outbox, links },
    notices: createTicketNotices({ outbox }),
    occasions: createOccasions({ storage, clock, links, codeOf: codes.codeOf, cards }),
    signIns: createSignIns({
      ...{ storage, clock, newId, secrets, codes },
      mails: createCodeMails({ outbox }),
      digest: (text) => secrets.digest(`${keys()[0]?.secret}|${text}`),
    }),
    /** Removes what is still kept of mails that are in the outbox no more. */
    prune: async () => mailer.prune?.(outbox.isKept),
  }
}

export type Mails = ReturnType<typeof composeMails>
