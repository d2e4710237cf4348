import { createManuscriptReader } from '../adapters/content/education/read-manuscript.js'
import { createRichTextReader } from '../adapters/markdown/create-rich-text-reader.js'
import { createFileTokens } from '../adapters/tokens/file-tokens.js'
import { createIdentityTokens } from '../adapters/tokens/identity-tokens.js'
import type { Keys } from '../adapters/tokens/keys.js'
import { createProofOfWork } from '../adapters/tokens/proof-of-work.js'
import { secrets } from '../adapters/tokens/secrets.js'
import { createTicketTokens } from '../adapters/tokens/ticket-tokens.js'
import { createProofs } from '../domain/abuse/proofs.js'
import { createAttaching } from '../domain/attachments/attaching.js'
import { createAttachments } from '../domain/attachments/attachments.js'
import type { FileStore } from '../domain/attachments/file-store.js'
import { createAudit } from '../domain/audit/audit.js'
import { createBudgets } from '../domain/budgets/budgets.js'
import { createAttempts } from '../domain/education/attempts.js'
import { createAuthoring } from '../domain/education/authoring.js'
import { createCarrying } from '../domain/education/carrying.js'
import { createEducation } from '../domain/education/education.js'
import { createHandingOver } from '../domain/education/handing-over.js'
import { createOffered } from '../domain/education/offered.js'
import { createProgress } from '../domain/education/progress.js'
import { createProgressReports } from '../domain/education/progress-reports.js'
import { createShelf } from '../domain/education/shelf.js'
import { createAgents } from '../domain/identity/agents.js'
import { createCustomers } from '../domain/identity/customers.js'
import { createRequesters } from '../domain/identity/requesters.js'
import { createRevocations } from '../domain/identity/revocations.js'
import { createSessions } from '../domain/identity/sessions.js'
import { createInsights } from '../domain/insights/insights.js'
import { createReports } from '../domain/insights/reports.js'
import { createArticles } from '../domain/knowledge/articles.js'
import { createLibrary } from '../domain/knowledge/library.js'
import { localesByNearness, nearestLocale } from '../domain/knowledge/nearest-locale.js'
import type { Mailer } from '../domain/notifications/mailer.js'
import { createOrders } from '../domain/orders/orders.js'
import { createErasures } from '../domain/privacy/erasures.js'
import { createPeople } from '../domain/privacy/people.js'
import { createRetention } from '../domain/privacy/retention.js'
import type { Storage } from '../domain/storage.js'
import { createStreams } from '../domain/streams/streams.js'
import { createClaims } from '../domain/tickets/claims.js'
import { createOpenedTickets } from '../domain/tickets/opened-tickets.js'
import { createQueue } from '../domain/tickets/queue.js'
import { createTickets } from '../domain/tickets/tickets.js'
import { createTyping } from '../domain/tickets/typing.js'
import { traces } from '../domain/traces.js'
import type { Clock } from '../foundation/clock.js'
import { newId } from '../foundation/ids.js'
import { type Logger, silentLogger } from '../foundation/logger.js'
import { CliError } from './cli-error.js'
import { askedOf } from './compose-form.js'
import { composeMails } from './compose-mails.js'
import { composeOrders } from './compose-orders.js'
import { composeSites } from './compose-sites.js'
import type { Config } from './config-schema.js'
import { createImporter } from './import-articles.js'
import { createManuscriptImporter } from './import-manuscripts.js'
import { createRulesImporter } from './import-rules.js'

export interface ComposeRoomsDeps {
  config: Config
  publicUrl: string
  storage: Storage
  files: FileStore
  /** What takes mails away; the folder of the configuration unless given. */
  mailer?: Mailer | undefined
  keys: Keys
  clock: Clock
  log?: Logger | undefined
  /** Rises with every change of content; `undefined` where nobody follows it, or it may be about to rise. */
  contentVersion?: (() => number | undefined) | undefined
  /** Makes and keeps the next keys; absent where they come from the environment. */
  rotateKeys?: (() => Promise<Keys>) | undefined
}

/** Every room of the domain on one storage: enough for the command line, and the base of a server. */
export function composeRooms(deps: ComposeRoomsDeps) {
  const { config, publicUrl, storage, files, keys, clock, log = silentLogger } = deps
  let currentKeys = keys
  const richText = createRichTextReader()
  const sites = composeSites(config, publicUrl)
  const fallbackLocale = (key: string) => (sites.find(key) ?? sites.main).defaultLocale
  const ticketTokens = createTicketTokens(() => currentKeys.ticketTokens)
  const identityTokens = createIdentityTokens({
    clock,
    identityOf: (key) => config.sites.find((site) => site.key === key)?.identity,
  })
  const requesters = createRequesters()
  const limitsOf = (key: string) => sites.find(key)?.attachments ?? null
  const attaching = createAttaching({ limitsOf })
  const nearest = (site: string, wanted: string | undefined, available: readonly string[]) =>
    nearestLocale(wanted, available, fallbackLocale(site))
  const localesNear = (site: string, wanted: string | undefined, available: readonly string[]) =>
    localesByNearness(wanted, available, fallbackLocale(site))
  const offered = createOffered({
    storage,
    contentVersion: deps.contentVersion ?? (() => undefined),
  })
  const education = createEducation({ storage, offered, nearestLocale: nearest })
  const carrying = createCarrying({ storage, findContent: education.find })
  const mails = composeMails({
    ...{ ...deps, cards: carrying.cards, keys: () => currentKeys.ticketTokens },
  })
  const { notices } = mails
  const insights = createInsights({
    ...{ storage, clock, keptDays: config.insightsDays },
    onError: (error) => log.error('insights', { reason: String(error) }),
  })
  // Alone, a node counts in its memory.
  const budgets = storage.isAlone
    ? undefined
    : createBudgets({
        ...{ storage, clock },
        digest: (text) => secrets.digest(`${currentKeys.ticketTokens[0]?.secret}|${text}`),
      })
  const orders = createOrders({ storage, providerOf: composeOrders(config, { clock, log }) })
  const library = createLibrary({ storage, clock, digest: secrets.digest })
  const audit = createAudit({
    ...{ storage, clock, digest: secrets.digest, keptDays: config.auditDays },
  })
  const attachments = createAttachments({ storage, files, clock, newId, limitsOf, audit })
  const sweepFiles = () => Promise.all([attachments.sweep(), mails.prune()])
  const erasures = createErasures({ storage, clock, newId, traces, sweepFiles })
  const shelf = createShelf({ storage, clock, digest: secrets.digest })
  const readManuscript = createManuscriptReader(richText)
  const keeping = { storage, clock, audit, traces, erasures }
  const progress = createProgress({ storage, clock, findContent: education.find })
  return {
    ...{ config, storage, richText, sites, fallbackLocale, localesNear },
    ...{ ticketTokens, library, budgets },
    sessions: createSessions({
      ...{ storage, clock, newId, secrets, identityTokens, uploads: attaching },
    }),
    customers: createCustomers({
      ...{ storage, openedTickets: createOpenedTickets({ notices }), proofs: mails.signIns },
    }),
    revocations: createRevocations({
      ...{ storage, clock, newId, audit },
      issuerOf: (key) => config.sites.find((site) => site.key === key)?.identity?.issuer,
    }),
    agents: createAgents({ storage, clock, newId, secrets, audit }),
    tickets: createTickets({
      ...{ storage, clock, newId, richText, requesters, attaching, notices },
      formOf: askedOf(sites),
      vouch: orders.vouch,
    }),
    typing: createTyping({ storage, clock }),
    streams: createStreams({
      ...{ storage, clock },
      onError: (error) => log.error('streams', { reason: String(error) }),
    }),
    orders,
    ...{ attachments, audit, erasures, mails },
    signIns: mails.signIns,
    people: createPeople(keeping),
    retention: createRetention(keeping),
    fileTokens: createFileTokens(() => currentKeys.ticketTokens),
    claims: createClaims({ storage, requesters }),
    proofs: createProofs({
      ...{ storage, clock },
      work: createProofOfWork(() => currentKeys.ticketTokens),
    }),
    queue: createQueue({
      ...{ storage, clock, newId, richText, attaching, carrying, notices, audit },
    }),
    insights,
    reports: createReports({ storage, clock, flush: insights.flush }),
    articles: createArticles({ storage, clock, newId, fallbackLocale }),
    ...{ education, progress, carrying },
    attempts: createAttempts({ storage, clock, newId, findContent: education.find }),
    handingOver: createHandingOver({ storage, uploads: attaching }),
    progressReports: createProgressReports({ storage, clock, audit, fallbackLocale }),
    shelf,
    authoring: createAuthoring({
      ...{ storage, clock, digest: secrets.digest, audit, fallbackLocale },
      read: readManuscript,
    }),
    ...createManuscriptImporter({ shelf, read: readManuscript, fallbackLocale }),
    ...createRulesImporter({ library }),
    ...createImporter({ library, richText, digest: secrets.digest }),
    /** Tokens are signed with a new key from now on; those of the last one still open. */
    async rotateKeys() {
      if (!deps.rotateKeys) {
        throw new CliError('The keys come from WAYPOST_KEYS: change them there.')
      }
      currentKeys = await deps.rotateKeys()
      await audit.note({ site: '', by: 'operator' }, 'keys.rotated', null)
    },
  }
}

export type Rooms = ReturnType<typeof composeRooms>
