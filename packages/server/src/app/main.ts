import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isWaypostError } from '@waypost/sdk/contract'
import { CliError } from './cli-error.js'
import type { Command } from './commands/command.js'
import { flagOf, type ScalarName, scalars } from './config-schema.js'
import { loadConfig } from './load-config.js'

/** Each with the modules that it needs: nobody waits for those of another. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./commands/init.js')).init,
  serve: async () => (await import('./commands/serve.js')).serve,
  check: async () => (await import('./commands/check.js')).check,
  types: async () => (await import('./commands/types.js')).types,
  explain: async () => (await import('./commands/explain.js')).explain,
  csp: async () => (await import('./commands/csp.js')).csp,
  'search-eval': async () => (await import('./commands/search-eval.js')).searchEval,
  import: async () => (await import('./commands/import.js')).importContent,
  export: async () => (await import('./commands/export.js')).exportContent,
  agent: async () => (await import('./commands/agent.js')).agent,
  revoke: async () => (await import('./commands/revoke.js')).revoke,
  keys: async () => (await import('./commands/keys.js')).keys,
  privacy: async () => (await import('./commands/privacy.js')).privacy,
  audit: async () => (await import('./commands/audit.js')).audit,
  backup: async () => (await import('./commands/backup.js')).backup,
  restore: async () => (await import('./commands/restore.js')).restore,
  move: async () => (await import('./commands/move.js')).move,
  migrate: async () => (await import('./commands/migrate.js')).migrate,
  repair: async () => (await import('./commands/repair.js')).repair,
}

async function main([name = 'help', ...args]: string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined
  if (!command || args.includes('--help')) {
    process.stdout.write(await helpText())
    if (command || ['help', '--help', '-h'].includes(name)) return 0
    throw new CliError(`There is no command "${name}".`)
  }
  const { values, positionals } = parse(command, args)
  const folder = process.cwd()
  const file = typeof values.config === 'string' ? resolve(folder, values.config) : undefined
  return command.run({
    words: positionals,
    flags: values,
    config: () => loadConfig({ flags: scalarFlags(values), env: process.env, folder, file }),
    env: process.env,
    folder,
    out: process.stdout,
    err: process.stderr,
  })
}

/** Settings that may be flags; a token never is, because other users can read a command line. */
const flagNames = (Object.keys(scalars) as ScalarName[]).filter(
  (name) => scalars[name].value !== undefined,
)

function parse(command: Command, args: string[]) {
  const shared = flagNames.map((name) => {
    const type = scalars[name].value === '' ? ('boolean' as const) : ('string' as const)
    return [flagOf(name), { type }] as const
  })
  try {
    const config = { type: 'string' as const }
    const options = { config, ...Object.fromEntries(shared), ...command.options }
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [surplus] = positionals.slice(wordsIn(command.usage))
    if (surplus !== undefined) throw new Error(`"${surplus}" is one word too many`)
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (cause) {
    const [reason = ''] = (cause as Error).message.split('. ')
    throw new CliError(`${reason}. Say: waypost ${command.usage}`, { cause })
  }
}

/** How many words a command takes: `import <file.jsonl|folder>` takes one. */
function wordsIn(usage: string): number {
  const words = usage.replace(/ \[?--.*/, '').replace(/<[^>]*>/g, '…')
  return words.split(' ').length - 1
}

function scalarFlags(values: Readonly<Record<string, string | boolean | undefined>>) {
  const said = flagNames.map((name) => [name, values[flagOf(name)]])
  return Object.fromEntries(said.filter(([, value]) => value !== undefined))
}

function linesOf(error: unknown): string[] {
  if (error instanceof CliError || isWaypostError(error)) return error.message.split('\n')
  if (error instanceof Error) {
    const { code, path } = error as NodeJS.ErrnoException
    return [code ? `${path ?? 'A file'} ${REASONS[code] ?? `failed with ${code}`}.` : error.message]
  }
  return [String(error)]
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written by this user',
  EEXIST: 'is there already, and is no folder',
  EISDIR: 'is a folder',
  ENOENT: 'is not there',
  ENOSPC: 'cannot be written: the disk is full',
  ENOTDIR: 'is no folder',
  EPERM: 'may not be changed by this user',
  EROFS: 'stands on a disk that can only be read',
}

async function helpText(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  const list = all.map(({ usage, summary }) => [usage, summary] as const)
  const settings = 'settings (waypost.config.json, .ts, .js or .mjs of this folder)'
  const flags = flagNames.map((name): [string, string] => {
    const { value, help, env } = scalars[name]
    return [`--${flagOf(name)} ${value}`, `${help} [${env}]`]
  })
  const rows = (pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([left, right]) => `  ${left.padEnd(52)} ${right}`).join('\n')
  return `waypost <command>\n\n${rows(list)}\n\n${rows([['--config <file>', settings], ...flags])}\n`
}

// Whoever reads us may stop, as `head` does: no more is written then, and the work goes on.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    for (const line of linesOf(error)) {
      process.stderr.write(line.startsWith('[waypost]') ? `${line}\n` : `[waypost] ${line}\n`)
    }
    process.exitCode = 1
  },
)
