/** Measures one engine with one number of documents, in a process of its own; prints one line of JSON. */
import { readCorpus } from './corpus.js'
import { type BenchEngine, ENGINES } from './engines.js'

const [, , name = '', size = '1000', kit = ''] = process.argv
const ROUNDS = 3
/** Some of the others would take an hour: they answer what they can in this time for each round. */
const BUDGET_MS = name === 'Waypost' ? Number.POSITIVE_INFINITY : 6_000

const build = ENGINES[name]
if (!build) throw new Error(`There is no engine ${name}`)
const { documents, questions, beginnings } = await readCorpus(kit, Number(size))

const heapBefore = heap()
const cpuBefore = process.cpuUsage()
const engine = await build(documents, kit)
await engine.search('a')
const { user, system } = process.cpuUsage(cpuBefore)
const heapMB = (heap() - heapBefore) / 1e6
/** Written down, an index of more articles takes longer than all the rest. */
const bytes = documents.length > 10_000 ? undefined : engine.bytes?.()

console.log(
  JSON.stringify({
    ...{ name, documents: documents.length, buildMs: (user + system) / 1e3, heapMB },
    indexMB: bytes === undefined ? undefined : bytes / 1e6,
    whole: await timesOf(engine, questions),
    typed: await timesOf(engine, beginnings),
  }),
)

/** The best of three for each text, as other work on the machine only adds; the first time apart. */
async function timesOf(engine: BenchEngine, texts: readonly string[]) {
  const rounds: number[][] = []
  for (let round = 0; round < ROUNDS; round++) {
    const times: number[] = []
    const start = performance.now()
    for (const text of texts) {
      const before = performance.now()
      await engine.search(text)
      times.push(performance.now() - before)
      if (performance.now() - start > BUDGET_MS) break
    }
    rounds.push(times)
  }
  const measured = Math.min(...rounds.map((times) => times.length))
  const best = Array.from({ length: measured }, (_, i) =>
    Math.min(...rounds.map((times) => times[i] as number)),
  )
  const first = rounds[0] as number[]
  return {
    ...{ p50: percentile(best, 0.5), p95: percentile(best, 0.95), measured },
    firstP95: percentile(first, 0.95),
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Bytes on the heap and in typed arrays. */
function heap(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
