import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Inputs from elsewhere, beside the checkout: they measure, and nothing here is made for them. */
const CORPORA = new URL('../../../../../../shared/security/corpora/dev/', import.meta.url)

export interface CorpusEntry {
  id: string
  input: string
  expected?: string
  note?: string
}

interface RawEntry {
  id?: string
  input?: string
  expected?: string
  note?: string
  parts?: readonly (readonly [string, number])[]
}

/** True where the corpora are; else one line says what is passed over. */
export function hasCorpora(what: string): boolean {
  const found = existsSync(CORPORA)
  if (!found) console.log(`Skipped: ${what} (no corpora at ${fileURLToPath(CORPORA)})`)
  return found
}

/** The entries of a corpus, written out in full; none where the corpora are not there. */
export function loadCorpus(name: string): readonly CorpusEntry[] {
  const file = new URL(`${name}.json`, CORPORA)
  if (!existsSync(file)) return []
  const entries = JSON.parse(readFileSync(file, 'utf8')) as readonly (string | RawEntry)[]
  return entries.map((entry, at) => {
    const { id = `${name}#${at + 1}`, ...rest } =
      typeof entry === 'string' ? { input: entry } : entry
    return { ...rest, id, input: expand(rest) }
  })
}

/** Long inputs are kept as parts that repeat. */
function expand({ input = '', parts }: RawEntry): string {
  if (parts === undefined) return input
  return parts
    .map(([part, count]) => {
      const each = (of: (at: number) => string) => Array.from({ length: count }, (_, at) => of(at))
      if (part === '@nested-list') return each((at) => `${'  '.repeat(at)}* a\n`).join('')
      if (part === '@backticks') return each((at) => `e${'`'.repeat(at)}`).join('')
      return part.repeat(count)
    })
    .join('')
}
