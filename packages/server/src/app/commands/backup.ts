import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { withoutFiles } from '../carry-files.js'
import { CliError } from '../cli-error.js'
import { openFiles } from '../open-files.js'
import { createBackup, openRunning, placeOf } from '../open-whole.js'
import { runCopy } from '../run-copy.js'
import type { Command } from './command.js'

export const backup: Command = {
  usage: 'backup --to <file> [--without-files]',
  summary: 'write everything into one file; a running server goes on meanwhile',
  options: { to: { type: 'string' }, 'without-files': { type: 'boolean' } },
  async run({ flags, config: readConfig, env, folder, out, err }) {
    if (typeof flags.to !== 'string') throw new CliError(`Say: waypost ${this.usage}`)
    const file = resolve(folder, flags.to)
    if (!existsSync(dirname(file))) throw new CliError(`${dirname(file)} is not there.`)
    const config = await readConfig()
    const files = await openFiles(config, env)
    const isWithout = flags['without-files'] === true
    const { names } = await runCopy({
      async openSource() {
        const source = await openRunning(placeOf(config), files)
        return isWithout ? withoutFiles(source) : source
      },
      openTarget: () => createBackup(file),
      onStop: 'Stopped. Nothing was written.',
      out,
      err,
    })
    const what = isWithout ? 'Everything but the files' : 'Everything'
    out.write(`${what} in ${names.from} stands in ${file}. Guard it like the server.\n`)
    return 0
  },
}
