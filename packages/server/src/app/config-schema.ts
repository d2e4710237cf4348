import { Locale, modes, SiteKey, ticketKinds } from '@waypost/sdk/contract'
import * as v from 'valibot'
import type { SiteIdentity } from '../adapters/tokens/identity-tokens.js'
import { issueOf } from './config-fault.js'
import { AttachmentsConfigSchema, FilesConfigSchema } from './files-config.js'
import { FormConfigSchema } from './form-config.js'
import { formFaults } from './form-faults.js'
import { HoursConfigSchema, hoursFaults } from './hours-config.js'
import { IdentityConfigSchema } from './identity-config.js'
import { MailConfigSchema } from './mail-config.js'
import { OrdersConfigSchema } from './orders-config.js'
import { ThemeConfigSchema } from './theme-config.js'

const port = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number))]),
  v.integer(),
  v.minValue(0),
  v.maxValue(65_535),
)

const webOrigin = v.pipe(
  v.string(),
  v.check(
    (text) =>
      ['loopback', 'file'].includes(text) || (URL.canParse(text) && new URL(text).origin === text),
  ),
)

const publicUrl = v.pipe(
  v.string(),
  v.check((text) => /^https?:\/\/[^?#]+$/.test(text) && URL.canParse(text)),
  v.transform((text) => text.replace(/\/+$/, '')),
)

export function isDatabaseAddress(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
}

const database = v.pipe(v.string(), v.check(isDatabaseAddress))

const yes = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(['true', 'false', '1', '0']),
    v.transform((text) => text === 'true' || text === '1'),
  ),
])

const folder = v.pipe(v.string(), v.minLength(1))

const keptDays = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500))

const SiteSchema = v.strictObject({
  key: v.optional(SiteKey, 'default'),
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100)), 'Help'),
  origins: v.optional(v.array(webOrigin), ['loopback']),
  defaultLocale: v.optional(Locale, 'en'),
  theme: v.optional(ThemeConfigSchema, {}),
  mode: v.optional(v.picklist(modes), 'self-service'),
  kinds: v.optional(v.pipe(v.array(v.picklist(ticketKinds)), v.minLength(1)), [...ticketKinds]),
  replyHours: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0))), null),
  /** When the team is there: only then the hours count in which it replies. */
  hours: v.optional(v.nullable(HoursConfigSchema), null),
  attachments: v.optional(AttachmentsConfigSchema, {}),
  /** What is asked beside subject and message, and what must be agreed to. */
  form: v.optional(FormConfigSchema, {}),
  /** Work that strangers' browsers do before a ticket is opened: a fraction of a second. */
  proofOfWork: v.optional(v.picklist(['never', 'under-load', 'always']), 'under-load'),
  /** Days after which what is over goes by itself; without it everything stays. */
  retention: v.optional(
    v.strictObject({
      closedTickets: v.optional(keptDays),
      quarantinedTickets: v.optional(keptDays),
    }),
  ),
  identity: v.optional(IdentityConfigSchema),
  /** Where the host's server tells the orders of a signed customer. */
  orders: v.optional(OrdersConfigSchema),
})

const places = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))

const StreamsConfigSchema = v.strictObject({
  /** Streams of one session, customer, ticket or agent. */
  perCaller: v.optional(places, 6),
  /** Streams of one address, of those for whom no host vouches. */
  perAddress: v.optional(places, 20),
  perNode: v.optional(places, 5_000),
  /** Seconds after which a stream says that it is alive: fewer than any proxy waits. */
  heartbeat: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(300)), 20),
})

export const SiteConfigSchema = v.pipe(
  SiteSchema,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const said = dataset.value
    const faults = [...formFaults(said), ...hoursFaults(said)]
    for (const fault of faults) addIssue(issueOf(fault, said))
  }),
)
export type SiteConfig = v.InferOutput<typeof SiteConfigSchema>

/** Every setting of a server. Flags, environment and `waypost.config.*` all end up here. */
export const ConfigSchema = v.strictObject({
  data: v.optional(folder, '.waypost/data'),
  database: v.optional(database),
  content: v.optional(folder),
  files: v.optional(FilesConfigSchema),
  mail: v.optional(MailConfigSchema, {}),
  host: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(255)), '127.0.0.1'),
  port: v.optional(port, 8787),
  publicUrl: v.optional(publicUrl),
  unlimited: v.optional(yes, false),
  trustedProxies: v.optional(
    v.pipe(
      v.union([v.number(), v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number))]),
      v.integer(),
      v.minValue(0),
      v.maxValue(9),
    ),
    0,
  ),
  /** Seconds for which a server that was told to stop goes on, until no proxy sends it calls. */
  stopDelay: v.optional(
    v.pipe(
      v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number))]),
      v.minValue(0),
      v.maxValue(60),
    ),
    0,
  ),
  /** Days for which searches, reads and deflections stay counted; 0 counts nothing. */
  insightsDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3_650)), 400),
  /** Days for which it is known who did what; 0 means for ever. */
  auditDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(36_500)), 400),
  /** How many event streams there may be. */
  streams: v.optional(StreamsConfigSchema, {}),
  agentToken: v.optional(v.pipe(v.string(), v.regex(/^(?!wp[st]_)[\x21-\x7e]{16,256}$/))),
  sites: v.optional(v.pipe(v.array(SiteConfigSchema), v.minLength(1)), [{}]),
})
/** A site with its secrets read from their files. */
export type ResolvedSite = Omit<SiteConfig, 'identity' | 'orders'> & {
  identity?: SiteIdentity | undefined
  orders?: { readonly url: string; readonly secret: string } | undefined
}

export type Config = Omit<v.InferOutput<typeof ConfigSchema>, 'sites'> & {
  sites: readonly ResolvedSite[]
}
export type ConfigInput = v.InferInput<typeof ConfigSchema>

/** What can be said by a flag or in the environment, and how. */
export const scalars = {
  data: {
    env: 'WAYPOST_DATA',
    value: '<folder>',
    help: 'where everything is kept (.waypost/data)',
    expects: 'a folder',
  },
  database: {
    env: 'DATABASE_URL',
    value: undefined,
    help: 'a PostgreSQL database that keeps everything instead',
    expects:
      'the address of a database, as postgres://user:password@host:5432/name ' +
      '(in a password, # / ? are %23 %2F %3F)',
  },
  content: {
    env: 'WAYPOST_CONTENT',
    value: '<folder>',
    help: 'articles to serve, synced as they change',
    expects: 'a folder',
  },
  host: {
    env: 'WAYPOST_HOST',
    value: '<address>',
    help: 'address to listen on (127.0.0.1)',
    expects: 'an address to listen on',
  },
  port: {
    env: 'PORT',
    value: '<n>',
    help: 'port to listen on (8787)',
    expects: 'a port from 0 to 65535',
  },
  publicUrl: {
    env: 'WAYPOST_PUBLIC_URL',
    value: '<url>',
    help: 'address that customers use, as https://help.example.com',
    expects: 'an http or https address',
  },
  trustedProxies: {
    env: 'WAYPOST_TRUSTED_PROXIES',
    value: '<n>',
    help: 'how many proxies of yours stand in front (0)',
    expects: 'a number from 0 to 9',
  },
  stopDelay: {
    env: 'WAYPOST_STOP_DELAY',
    value: '<seconds>',
    help: 'how long to go on after SIGTERM, until proxies know (0)',
    expects: 'a number of seconds from 0 to 60',
  },
  unlimited: {
    env: 'WAYPOST_UNLIMITED',
    value: '',
    help: 'no rate limits, for benchmarks on this machine alone',
    expects: 'true or false',
  },
  agentToken: {
    env: 'WAYPOST_AGENT_TOKEN',
    value: undefined,
    help: 'an administrator token chosen by you, for machines',
    expects: 'a token of 16 to 256 characters without spaces that does not begin like one of ours',
  },
} as const satisfies Record<
  string,
  { env: string; value: string | undefined; help: string; expects: string }
>

export type ScalarName = keyof typeof scalars

/** `publicUrl` as a flag: `public-url`. */
export const flagOf = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
