import { stat } from 'node:fs/promises'
import { CliError } from '../cli-error.js'
import {
  type ImportFolder,
  type ImportLine,
  readImportFile,
  readImportFolder,
  refusedIn,
} from '../import-lines.js'
import { openOperator } from '../operator.js'
import { createProgress } from '../progress.js'
import type { Command } from './command.js'

const BATCH = 50

export const importContent: Command = {
  usage: 'import <file.jsonl|folder>',
  summary: 'add or replace articles, and of a folder all that teaches; each stands alone',
  async run({ words, config: readConfig, env, out, err }) {
    const [source] = words
    if (!source) throw new CliError(`Say: waypost ${this.usage}`)
    const config = await readConfig()
    const { lines, warnings, manuscripts, collections, rules } = await readSource(
      source,
      config.content,
    )
    for (const { place, message } of warnings) err.write(`${place}: warning: ${message}\n`)
    const operator = await openOperator(config, env)
    const progress = createProgress(err, 'Importing', lines.length + manuscripts.length)
    const counts = { saved: 0, unchanged: 0, refused: 0 }
    try {
      await operator.call('importCollections', { items: collections })
      await operator.call('importRules', { items: rules })
      for (let start = 0; start < lines.length; start += BATCH) {
        const batch = lines.slice(start, start + BATCH)
        tell(await take(batch, 'importArticles'))
        progress.update(start + batch.length)
      }
      for (const [at, one] of manuscripts.entries()) {
        tell(await take([one], 'importManuscripts'))
        progress.update(lines.length + at + 1)
      }
    } finally {
      await operator.close()
    }
    const { saved, unchanged, refused } = counts
    out.write(`${saved} imported, ${unchanged} unchanged, ${refused} refused\n`)
    return saved + unchanged > 0 ? 0 : 1

    function tell(refusals: readonly { place: string; reason: string }[]): void {
      for (const { place, reason } of refusals) err.write(`${place}: ${reason}\n`)
      counts.refused += refusals.length
    }

    async function take(
      batch: readonly ImportLine[],
      operation: 'importArticles' | 'importManuscripts',
    ) {
      const whole = batch.filter((line) => line.refusal === undefined)
      const items = whole.map(({ item }) => item)
      const result = await operator.call(operation, { items: items as never[] })
      counts.saved += result.saved
      counts.unchanged += result.unchanged
      const early = batch.flatMap(({ place, refusal }) =>
        refusal === undefined ? [] : [{ place, reason: refusal }],
      )
      const late = result.refused.map(({ index, reason }) => ({
        place: whole[index]?.place ?? '',
        reason,
      }))
      const order = new Map(batch.map(({ place }, index) => [place, index]))
      return [...early, ...late].sort(
        (a, b) => (order.get(a.place) ?? 0) - (order.get(b.place) ?? 0),
      )
    }
  },
}

async function readSource(source: string, content: string | undefined): Promise<ImportFolder> {
  const found = await stat(source).catch((cause: unknown) => {
    throw new CliError(`${source} cannot be read: there is no such file or folder.`, { cause })
  })
  const { lines, ...rest } = found.isDirectory()
    ? await readImportFolder(source)
    : asFolder(await readImportFile(source))
  if (lines.length + rest.manuscripts.length === 0) {
    throw new CliError(`${source} holds no articles, and nothing that teaches.`)
  }
  if (content === undefined) return { lines, ...rest }
  return withoutFolders({ lines, ...rest }, content)
}

const asFolder = (lines: ImportLine[]): ImportFolder => ({
  ...{ lines, warnings: refusedIn(lines), collections: [], rules: [], manuscripts: [] },
})

/** Ids of the content folder belong to the folder; both places are named. */
async function withoutFolders(from: ImportFolder, content: string): Promise<ImportFolder> {
  const folder = await readImportFolder(content)
  const articles = ownersOf(folder.lines)
  const manuscripts = ownersOf(folder.manuscripts)
  return {
    ...from,
    lines: from.lines.map((line) => refusedBy(articles, line)),
    manuscripts: from.manuscripts.map((line) => refusedBy(manuscripts, line)),
  }
}

const keyOf = ({ id, locale }: { id?: unknown; locale?: unknown }) => `${locale}|${id}`

/** Where each id of a folder stands. */
function ownersOf(lines: readonly ImportLine[]): ReadonlyMap<string, string> {
  return new Map(lines.flatMap(({ item, place }) => (item ? [[keyOf(item), place] as const] : [])))
}

function refusedBy<L extends ImportLine>(owners: ReadonlyMap<string, string>, line: L): L {
  const owner = owners.get(keyOf(line.item ?? {}))
  return owner ? { ...line, refusal: `this id stands in the content folder at ${owner}` } : line
}
