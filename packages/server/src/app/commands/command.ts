import type { ParseArgsConfig } from 'node:util'
import type { Config } from '../config-schema.js'

/** What a command can reach: its words, its settings, the terminal. */
export interface CommandContext {
  /** The words after the command that are no flags. */
  words: readonly string[]
  /** Flags of this command alone. */
  flags: Readonly<Record<string, string | boolean | undefined>>
  /** Flags, environment and configuration file, read when first asked for. */
  config(): Promise<Config>
  env: NodeJS.ProcessEnv
  folder: string
  out: NodeJS.WriteStream
  err: NodeJS.WriteStream
}

export interface Command {
  /** How it is called, as `import <file.jsonl|folder>`. */
  usage: string
  summary: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** Resolves to the exit code. */
  run(context: CommandContext): Promise<number>
}
