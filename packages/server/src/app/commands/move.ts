import { join, resolve } from 'node:path'
import { openDiskFiles } from '../../adapters/files/disk/disk-files.js'
import { keepingFiles, withFiles } from '../carry-files.js'
import { CliError } from '../cli-error.js'
import { type Config, isDatabaseAddress, scalars } from '../config-schema.js'
import { openStopped, openTarget, placeOf, type StoragePlace } from '../open-whole.js'
import { runCopy } from '../run-copy.js'
import type { Command } from './command.js'

export const move: Command = {
  usage: 'move --from <folder|url> --to <folder|url> [--restart]',
  summary: 'copy everything from one storage to another, and go on where that was interrupted',
  options: { from: { type: 'string' }, to: { type: 'string' }, restart: { type: 'boolean' } },
  async run({ flags, config, folder, out, err }) {
    const { from, to, restart = false } = flags
    if (typeof from !== 'string' || typeof to !== 'string') {
      throw new CliError(`Say: waypost ${this.usage}`)
    }
    const settings = await config()
    const [source, target] = [from, to].map((said) => placeSaid(said, settings, folder))
    if (!source || !target || JSON.stringify(source) === JSON.stringify(target)) {
      throw new CliError('--from and --to are the same place.')
    }
    // A place of its own serves both; so does one folder beside a database.
    const carries = settings.files === undefined && source.folder !== target.folder
    const { names, hasKeys } = await runCopy({
      async openSource() {
        const records = await openStopped(source)
        return carries ? withFiles(records, filesIn(source)) : records
      },
      async openTarget() {
        const records = await openTarget(target, restart === true)
        return carries ? keepingFiles(records, filesIn(target)) : records
      },
      onStop: 'Stopped. The same command goes on from here.',
      out,
      err,
    })
    out.write(`Moved to ${names.to}. What is in ${names.from} is as it was.\n`)
    if (!carries) out.write('The files of tickets stay where they are.\n')
    if (hasKeys && ('database' in source || 'database' in target)) {
      out.write(`The keys of ticket tokens stand in ${target.folder}/keys.json.\n`)
    }
    return 0
  },
}

/** Where a server keeps its files that has its records there. */
function filesIn({ folder }: StoragePlace) {
  return openDiskFiles({ folder: join(folder, 'files') })
}

/** `database` is the configured one: an address with a password should stand in no command line. */
function placeSaid(said: string, config: Config, folder: string): StoragePlace {
  const { data } = config
  if (isDatabaseAddress(said)) return { database: said, folder: data }
  // It may hold a password, and would be a strange name of a folder.
  if (/^[a-z+]+:\/\//i.test(said)) {
    throw new CliError(`--from or --to is not ${scalars.database.expects}.`)
  }
  if (said !== 'database') return { folder: resolve(folder, said) }
  if (config.database !== undefined) return placeOf(config)
  throw new CliError('DATABASE_URL does not say which database is meant.')
}
