import { existsSync } from 'node:fs'
import { type Damage, inspectFolder } from '../../adapters/storage/lowdb/inspect-folder.js'
import { findRunningServer } from '../../adapters/storage/lowdb/lock-file.js'
import { repairFolder } from '../../adapters/storage/lowdb/repair.js'
import { CliError } from '../cli-error.js'
import type { Command, CommandContext } from './command.js'

export const repair: Command = {
  usage: 'repair [--cut | --skip]',
  summary: 'say what is damaged in the data folder; mend it when told how',
  options: { cut: { type: 'boolean' }, skip: { type: 'boolean' } },
  async run({ flags, config, out }) {
    const { data } = await config()
    if (!existsSync(data)) throw new CliError(`${data} does not exist.`)
    const running = await findRunningServer(data)
    if (running) throw new CliError(`${data} is in use by process ${running.pid}: stop it first.`)
    if (flags.cut && flags.skip) throw new CliError('Choose --cut or --skip, not both.')
    if (flags.cut || flags.skip) return mend(data, flags.cut ? 'cut' : 'skip', out)

    const { pages, journal, records, commits } = await inspectFolder(data)
    out.write(`${records} records in pages, ${commits} transactions in the journal\n`)
    const [first] = journal
    if (!first && pages.length === 0) {
      out.write('Nothing is damaged.\n')
      return 0
    }
    for (const damage of [...pages, ...journal]) out.write(`${describe(damage)}\n`)
    if (first) {
      out.write(
        `\n--cut   goes back to before the first damage in the journal: ${first.commitsBefore}`,
      )
      out.write(` transactions stay, ${first.commitsAfter} good ones after it are lost\n`)
    }
    out.write(`${first ? '' : '\n'}--skip  leaves out what is damaged and keeps all the rest`)
    out.write(first ? '; a later change may rest on one that is gone\n' : '\n')
    out.write('Either keeps a copy of each changed file beside it.\n')
    return 1
  },
}

async function mend(data: string, choice: 'cut' | 'skip', out: CommandContext['out']) {
  const { copies } = await repairFolder(data, choice)
  for (const copy of copies) out.write(`kept ${copy}\n`)
  out.write(copies.length > 0 ? 'The folder opens again.\n' : 'Nothing was damaged.\n')
  return 0
}

function describe({ file, byte, reason, about }: Damage): string {
  const whose = about.length > 0 ? ` (${about.join(', ')})` : ''
  return `${file} at byte ${byte}: ${reason}${whose}`
}
