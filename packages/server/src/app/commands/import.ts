import { stat } from 'node:fs/promises'
import { CliError } from '../cli-error.js'
import {
  type ImportFolder,
  type ImportLine,
  readImportFile,
  readImportFolder,
} from '../import-lines.js'
import { openOperator } from '../operator.js'
import { createProgress } from '../progress.js'
import type { Command } from './command.js'

const BATCH = 50

export const importContent: Command = {
  usage: 'import <file.jsonl|folder>',
  summary: 'add or replace articles; each line stands alone',
  async run({ words, config: readConfig, env, out, err }) {
    const [source] = words
    if (!source) throw new CliError(`Say: waypost ${this.usage}`)
    const config = await readConfig()
    const { lines, collections, rules } = await readSource(source, config.content)
    const operator = await openOperator(config, env)
    const progress = createProgress(err, 'Importing', lines.length)
    const counts = { saved: 0, unchanged: 0, refused: 0 }
    try {
      await operator.call('importCollections', { items: collections })
      await operator.call('importRules', { items: rules })
      for (let start = 0; start < lines.length; start += BATCH) {
        const batch = lines.slice(start, start + BATCH)
        const refusals = await take(batch)
        for (const { place, reason } of refusals) err.write(`${place}: ${reason}\n`)
        counts.refused += refusals.length
        progress.update(start + batch.length)
      }
    } finally {
      await operator.close()
    }
    const { saved, unchanged, refused } = counts
    out.write(`${saved} imported, ${unchanged} unchanged, ${refused} refused\n`)
    return saved + unchanged > 0 ? 0 : 1

    async function take(batch: readonly ImportLine[]) {
      const whole = batch.filter((line) => line.refusal === undefined)
      const items = whole.map(({ item }) => item)
      const result = await operator.call('importArticles', { items })
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
    : { lines: await readImportFile(source), collections: [], rules: [] }
  if (lines.length === 0) throw new CliError(`${source} holds no articles.`)
  if (content === undefined) return { lines, ...rest }
  return { lines: await withoutFolderArticles(lines, content), ...rest }
}

/** Ids of the content folder belong to the folder; both places are named. */
async function withoutFolderArticles(
  lines: readonly ImportLine[],
  content: string,
): Promise<ImportLine[]> {
  const owned = new Map<string, string>()
  for (const { item, place } of (await readImportFolder(content)).lines) {
    if (item === undefined) continue
    const { id, locale } = item as { id: string; locale: string }
    owned.set(`${locale}|${id}`, place)
  }
  return lines.map((line) => {
    const { id, locale } = (line.item ?? {}) as { id?: unknown; locale?: unknown }
    const owner = owned.get(`${locale}|${id}`)
    return owner ? { ...line, refusal: `this id stands in the content folder at ${owner}` } : line
  })
}
