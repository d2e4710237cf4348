import { resolve } from 'node:path'
import { keepingFiles } from '../carry-files.js'
import { CliError } from '../cli-error.js'
import { openFiles } from '../open-files.js'
import { openBackup, openTarget, placeOf } from '../open-whole.js'
import { runCopy } from '../run-copy.js'
import type { Command } from './command.js'

export const restore: Command = {
  usage: 'restore --from <file> [--restart]',
  summary: 'fill an empty storage with what a backup holds',
  options: { from: { type: 'string' }, restart: { type: 'boolean' } },
  async run({ flags, config: readConfig, env, folder, out, err }) {
    const { from, restart = false } = flags
    if (typeof from !== 'string') throw new CliError(`Say: waypost ${this.usage}`)
    const config = await readConfig()
    const files = await openFiles(config, env)
    const { names } = await runCopy({
      openSource: () => openBackup(resolve(folder, from)),
      openTarget: async () =>
        keepingFiles(await openTarget(placeOf(config), restart === true), files),
      onStop: 'Stopped. The same command goes on from here.',
      out,
      err,
    })
    out.write(`Restored to ${names.to}. A server can start there.\n`)
    return 0
  },
}
