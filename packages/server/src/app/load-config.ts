import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import * as v from 'valibot'
import { CliError } from './cli-error.js'
import {
  type Config,
  ConfigSchema,
  flagOf,
  type ResolvedSite,
  type ScalarName,
  type SiteConfig,
  scalars,
} from './config-schema.js'
import type { FilesConfig } from './files-config.js'

export interface ConfigSources {
  flags: Partial<Record<ScalarName, string | boolean>>
  env: Readonly<Record<string, string | undefined>>
  /** Holds `waypost.config.*` unless `file` says where; relative paths of flags start from it. */
  folder: string
  /** The configuration file; relative paths in it start from where it stands. */
  file?: string | undefined
}

type Said = v.InferOutput<typeof ConfigSchema>

const FILES = [
  'waypost.config.json',
  'waypost.config.ts',
  'waypost.config.js',
  'waypost.config.mjs',
]

/** Flags before environment before file before defaults. Says everything that is wrong at once. */
export async function loadConfig(sources: ConfigSources): Promise<Config> {
  const { flags, env, folder } = sources
  const file = sources.file ?? FILES.map((name) => join(folder, name)).find(existsSync)
  const said: Record<string, unknown> = { ...(file && (await readConfigFile(file))) }
  const places: Record<string, string> = {}
  for (const name of Object.keys(scalars) as ScalarName[]) {
    const fromEnv = env[scalars[name].env]
    if (fromEnv !== undefined && fromEnv !== '') {
      said[name] = fromEnv
      places[name] = scalars[name].env
    }
    if (flags[name] !== undefined) {
      said[name] = flags[name]
      places[name] = `--${flagOf(name)}`
    }
  }
  const result = v.safeParse(ConfigSchema, said)
  if (!result.success) {
    const lines = result.issues.map((issue) => complaint(issue, places, file))
    throw new CliError([...new Set(lines)].join('\n'))
  }
  const config = result.output
  refuseUnlimitedOnNetworks(config)
  refuseTwins(config.sites, file)
  const home = file === undefined ? folder : dirname(file)
  const pathOf = (name: 'data' | 'content', path: string) =>
    resolve(name in places ? folder : home, path)
  return {
    ...config,
    data: pathOf('data', config.data),
    content: config.content && pathOf('content', config.content),
    files: filesFrom(home, config.files),
    mail: { ...config.mail, folder: config.mail.folder && resolve(home, config.mail.folder) },
    sites: await Promise.all(config.sites.map((site) => withSecrets(site, home))),
  }
}

function filesFrom(home: string, files: FilesConfig | undefined): FilesConfig | undefined {
  return files?.folder === undefined ? files : { folder: resolve(home, files.folder) }
}

async function readConfigFile(file: string): Promise<Record<string, unknown>> {
  try {
    if (file.endsWith('.json')) return settingsIn(JSON.parse(await readFile(file, 'utf8')))
    // Fetched here, so that a start without such a file does without.
    const { createJiti } = await import('jiti')
    const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false })
    const module = await jiti.import<{ default?: unknown }>(file)
    return settingsIn(module.default)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : 'it could not be read'
    throw new CliError(`${file}: ${reason}`, { cause })
  }
}

function settingsIn(found: unknown): Record<string, unknown> {
  if (typeof found === 'object' && found !== null && !Array.isArray(found)) return { ...found }
  throw new CliError('it holds no settings, which are an object such as { "port": 8787 }')
}

/** What may not be shown, also where it is wrong. */
const SECRETS: readonly string[] = ['agentToken', 'database']

function complaint(
  issue: v.BaseIssue<unknown>,
  places: Record<string, string>,
  file: string | undefined,
): string {
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.')
  const [name = ''] = path.split('.')
  const place = places[name] ?? `${file ?? 'configuration'}: ${path}`
  if (issue.expected === 'never') return `${place} is not a setting. See waypost help.`
  if (issue.type === 'raw_check') return `${place} ${issue.message}.`
  const { input } = issue
  const shown = typeof input === 'string' && !SECRETS.includes(name) && !path.includes('secret')
  // What a schema says in words of ours goes on after the place.
  const own = issue.message.startsWith('is not ') ? issue.message : undefined
  const expects = (scalars as Partial<Record<string, { expects: string }>>)[path]?.expects
  const options = /^\(?"[^/`]+$/.test(issue.expected ?? '')
    ? ` (${issue.expected?.replace(/^\(|\)$/g, '')})`
    : ''
  const wanted = expects ?? `valid${options}`
  return `${place}${shown ? ` "${input.slice(0, 100)}"` : ''} ${own ?? `is not ${wanted}`}.`
}

function refuseUnlimitedOnNetworks({ unlimited, host }: Said): void {
  const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(host)
  if (unlimited && !isLoopback) {
    throw new CliError(
      `--unlimited is for benchmarks on this machine: it needs --host 127.0.0.1, not ${host}.`,
    )
  }
}

function refuseTwins(sites: readonly SiteConfig[], file: string | undefined): void {
  const keys = sites.map(({ key }) => key)
  const twin = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twin) throw new CliError(`${file}: two sites have the key "${twin}". Give each its own.`)
}

/** Secrets may stand in a file of their own, so that the configuration can be committed. */
async function withSecrets(site: SiteConfig, folder: string): Promise<ResolvedSite> {
  const { identity, orders } = site
  const keys = identity?.keys.map(async (key) => {
    if (!('secretFile' in key)) return key
    const secret = await secretIn('identity', key.secretFile)
    return { alg: key.alg, secret, kid: key.kid }
  })
  return {
    ...site,
    identity: identity && { ...identity, keys: await Promise.all(keys ?? []) },
    orders: orders && {
      url: orders.url,
      secret: 'secret' in orders ? orders.secret : await secretIn('orders', orders.secretFile),
    },
  }

  async function secretIn(use: string, name: string): Promise<string> {
    const file = resolve(folder, name)
    const said = await readFile(file, 'utf8').catch((cause: unknown) => {
      throw new CliError(`${file}: the ${use} secret of site "${site.key}" is missing.`, { cause })
    })
    const secret = said.trim()
    if (secret.startsWith('-----BEGIN')) {
      throw new CliError(`${file}: a secret is no key in PEM; a public one goes into publicKey.`)
    }
    if (secret.length >= 32) return secret
    throw new CliError(`${file}: an ${use} secret has at least 32 characters.`)
  }
}
