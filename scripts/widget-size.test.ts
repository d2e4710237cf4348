import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { createBuilder, type Rolldown } from 'vite'
import { expect, it } from 'vitest'
import { enPages } from '../packages/widget/src/foundation/messages/en-pages.js'

/** Bytes, brotli, of the one file that opens the panel: Lit, shell, home and their English. */
const FIRST_OPEN = 18_600
/** Bytes, brotli, of what each page adds when it is opened for the first time. */
const PAGE = 13_600

const root = fileURLToPath(new URL('../packages/widget', import.meta.url))

it('opens the panel within its budget, and each page within its own', async () => {
  const chunks = await bundle()
  const first = eager(chunks, 'panel.js')
  const pages = [...chunks.values()]
    .filter(({ name }) => name.endsWith('-view'))
    .map(({ name, fileName }) => ({
      name,
      bytes: total([...eager(chunks, fileName)].filter((chunk) => !first.has(chunk))),
    }))
  console.table([
    ...[...first].map((chunk) => ({ name: chunk.name, bytes: size(chunk) })),
    { name: 'first open', bytes: total([...first]) },
    ...pages,
  ])

  const advice = (what: string, bytes: number, budget: number) =>
    `${what} is ${bytes} bytes, its budget ${budget}. Look at the table above for what has grown: is` +
    ' something imported by shell/ or features/home that only a later page needs? Make it smaller,' +
    ' or raise the number in this file in the same commit and say there what the bytes buy.'
  const bytes = total([...first])
  expect([...first].map(({ fileName }) => fileName)).toEqual(['panel.js'])
  expect(bytes, advice('The first open', bytes, FIRST_OPEN)).toBeLessThanOrEqual(FIRST_OPEN)
  expect(pages.length, 'The pages are chunks of their own no more').toBeGreaterThan(1)
  for (const page of pages) {
    expect(page.bytes, advice(page.name, page.bytes, PAGE)).toBeLessThanOrEqual(PAGE)
  }
})

it('opens the panel without a word of the pages that come later', async () => {
  const chunks = await bundle()
  const code = [...eager(chunks, 'panel.js')].map((chunk) => chunk.code).join('')
  expect(code).toContain('search.label')
  const early = Object.keys(enPages).filter((key) => new RegExp(`["'\`]${key}["'\`]`).test(code))
  expect(early, 'Move these to en.ts').toEqual([])
})

it('fetches every page with all the English words that it says', async () => {
  const chunks = await bundle()
  const pages = [...chunks.values()].filter(({ name }) => name.endsWith('-view'))
  for (const { name, fileName } of pages) {
    const code = [...eager(chunks, fileName)].map((chunk) => chunk.code).join('')
    const said = Object.keys(enPages).filter((key) => code.includes(`\`${key}\`)`))
    const missing = said.filter((key) => !code.includes(`"${key}":`))
    expect(missing, `Add these to what ${name}.ts gives as english`).toEqual([])
  }
})

/** What the server gives out for the panel. */
async function bundle(): Promise<Map<string, Rolldown.OutputChunk>> {
  const builder = await createBuilder({ root, logLevel: 'silent', build: { write: false } })
  const { client } = builder.environments
  if (!client) throw new Error('vite.config.ts has no client')
  const outputs = [await builder.build(client)].flat() as Rolldown.RolldownOutput[]
  const chunks = outputs.flatMap(({ output }) => output).filter((part) => part.type === 'chunk')
  return new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
}

/** A file with everything that it needs before it can run. */
function eager(
  chunks: Map<string, Rolldown.OutputChunk>,
  fileName: string,
  seen = new Set<Rolldown.OutputChunk>(),
): Set<Rolldown.OutputChunk> {
  const chunk = chunks.get(fileName)
  if (!chunk || seen.has(chunk)) return seen
  seen.add(chunk)
  for (const imported of chunk.imports) eager(chunks, imported, seen)
  return seen
}

const size = ({ code }: Rolldown.OutputChunk) => brotliCompressSync(code).length
const total = (chunks: readonly Rolldown.OutputChunk[]) =>
  chunks.reduce((sum, chunk) => sum + size(chunk), 0)
