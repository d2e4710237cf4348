import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CliError } from '../cli-error.js'
import { createBackup, openRunning, placeOf } from '../open-whole.js'
import { runCopy } from '../run-copy.js'
import type { Command } from './command.js'

export const backup: Command = {
  usage: 'backup --to <file>',
  summary: 'write everything into one file; a running server goes on meanwhile',
  options: { to: { type: 'string' } },
  async run({ flags, config, folder, out, err }) {
    if (typeof flags.to !== 'string') throw new CliError(`Say: waypost ${this.usage}`)
    const file = resolve(folder, flags.to)
    if (!existsSync(dirname(file))) throw new CliError(`${dirname(file)} is not there.`)
    const place = placeOf(await config())
    const { names } = await runCopy({
      openSource: () => openRunning(place),
      openTarget: () => createBackup(file),
      onStop: 'Stopped. Nothing was written.',
      out,
      err,
    })
    out.write(`Everything in ${names.from} stands in ${file}. Guard it like the server.\n`)
    return 0
  },
}
