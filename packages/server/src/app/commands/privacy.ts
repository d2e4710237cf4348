import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { FileStore } from '../../domain/attachments/file-store.js'
import { CliError } from '../cli-error.js'
import type { Config } from '../config-schema.js'
import type { LocalOutput } from '../local-operations.js'
import { openFiles } from '../open-files.js'
import { type Operator, openOperator } from '../operator.js'
import type { Command } from './command.js'

type Found = LocalOutput<'findPeople'>['people'][number]

export const privacy: Command = {
  usage: 'privacy <export|erase> <id|email> [--to <folder>] [--yes]',
  summary: 'tell or delete everything that is kept of a person',
  options: { to: { type: 'string' }, yes: { type: 'boolean' } },
  async run({ words, flags, config, env, folder, out }) {
    const [verb, whom] = words
    const isExport = verb === 'export' && typeof flags.to === 'string'
    if (!whom || !(isExport || verb === 'erase')) throw new CliError(`Say: waypost ${this.usage}`)
    const settings = await config()
    const operator = await openOperator(settings, env)
    try {
      const { people } = await operator.call('findPeople', { whom })
      if (people.length === 0) throw new CliError(`Nobody is known as ${whom}.`)
      for (const person of people) out.write(`${lineOf(person)}\n`)
      if (isExport) {
        const to = resolve(folder, String(flags.to))
        const files = await openFiles(settings, env)
        for (const { id } of people) await writeExport(operator, files, id, join(to, id))
        out.write(`Everything that is kept of them stands in ${to}. Guard it.\n`)
        return 0
      }
      if (flags.yes !== true) {
        out.write('Nothing was deleted. Say --yes to delete everything that is kept of them.\n')
        return 1
      }
      for (const { id } of people) await erase(operator, id, out)
      for (const line of await whatStays(settings)) out.write(`${line}\n`)
      return 0
    } finally {
      await operator.close()
    }
  },
}

function lineOf({ id, name, email, subject, site, tickets }: Found): string {
  const who = [name, email, subject && `"${subject}" of the host`].filter(Boolean).join(', ')
  return `${id}  ${who || 'without a name'}; site ${site}, tickets: ${tickets}`
}

/** A person as `person.json`, and their files under their ids. */
async function writeExport(operator: Operator, files: FileStore, id: string, folder: string) {
  const found = await operator.call('exportPerson', { id })
  await mkdir(join(folder, 'files'), { recursive: true, mode: 0o700 })
  const { files: ids, ...told } = found
  await writeFile(join(folder, 'person.json'), `${JSON.stringify(told, null, 2)}\n`, {
    mode: 0o600,
  })
  for (const file of ids) {
    const bytes = await files.read(file)
    if (bytes) await writeFile(join(folder, 'files', file), bytes, { mode: 0o600 })
  }
}

async function erase(operator: Operator, id: string, out: NodeJS.WriteStream): Promise<void> {
  // Who was the same person as the one before has gone along with them.
  const { people } = await operator.call('findPeople', { whom: id })
  if (people.length === 0) return
  const { erased } = await operator.call('erasePerson', { id })
  const counts = Object.entries(erased).map(([what, count]) => `${what} ${count}`)
  out.write(`Deleted ${id}: ${counts.join(', ')}.\n`)
}

/** What an erase does not reach, and is the operator's to decide. */
async function whatStays({ data, database }: Config): Promise<string[]> {
  const backups = 'Backups hold what they held.'
  if (database !== undefined) {
    return [`${backups} The database overwrites deleted rows in its own time: see docs/privacy.md.`]
  }
  const names = await readdir(data, { recursive: true })
  const copies = names.filter((name) => /^before-schema-[\d-]+$|\.before-repair-\d+$/.test(name))
  return [
    backups,
    ...copies.map((name) => `${join(data, name)} is a copy from before: delete it when you can.`),
  ]
}
