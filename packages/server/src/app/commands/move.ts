import { resolve } from 'node:path'
import { CliError } from '../cli-error.js'
import { openStopped, openTarget } from '../open-whole.js'
import { runCopy } from '../run-copy.js'
import type { Command } from './command.js'

export const move: Command = {
  usage: 'move --from <folder> --to <folder> [--restart]',
  summary: 'copy everything from one storage to another, and go on where that was interrupted',
  options: { from: { type: 'string' }, to: { type: 'string' }, restart: { type: 'boolean' } },
  async run({ flags, folder, out, err }) {
    const { from, to, restart = false } = flags
    if (typeof from !== 'string' || typeof to !== 'string') {
      throw new CliError(`Say: waypost ${this.usage}`)
    }
    const [source, target] = [resolve(folder, from), resolve(folder, to)]
    if (source === target) throw new CliError('--from and --to are the same place.')
    await runCopy({
      openSource: () => openStopped(source),
      openTarget: () => openTarget(target, { restart: restart === true }),
      onStop: 'Stopped. The same command goes on from here.',
      out,
      err,
    })
    out.write(`Moved to ${target}. What is in ${source} is as it was.\n`)
    return 0
  },
}
