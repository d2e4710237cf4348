import { WaypostError } from '@waypost/sdk/contract'
import { createSums, differenceOf } from './collection-sums.js'
import type { Batch, Sums, WholeSource, WholeTarget } from './whole-storage.js'

export type CopyStep = 'copy' | 'seal' | 'compare'

export interface CopyOptions {
  /** Told after each batch: what is being done, and how many records of how many. */
  onProgress?(step: CopyStep, done: number, total: number): void
  /** Stops between two batches; the target keeps what it has. */
  signal?: AbortSignal | undefined
}

/**
 * Copies a source into a target, goes on where an interrupted copy ended, and reads back what was
 * written: the target becomes whole only where every collection adds up to the same. Holds a few
 * batches in memory, however many records there are.
 */
export async function copyWhole(
  source: WholeSource,
  target: WholeTarget,
  { onProgress, signal }: CopyOptions = {},
): Promise<Sums> {
  const { name: from, schema, counts, keys } = source
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const written = new Map(await target.begin({ from, schema, counts, keys }))
  const taken = await addUp(source.read(), 'copy', async (batch) => {
    const rest = withoutFirst(batch, written)
    try {
      if (rest.records.length > 0) await target.write(rest)
    } catch (error) {
      throw error instanceof SyntaxError ? unreadable(batch.collection, from) : error
    }
  })
  await target.seal(taken, (done) => onProgress?.('seal', done, total))
  const kept = await addUp(target.readBack(), 'compare')
  const different = differenceOf(taken, kept)
  if (different !== undefined) throw notTheSame(different, from, target.name)
  await target.finish()
  return taken

  async function addUp(
    batches: AsyncIterable<Batch>,
    step: CopyStep,
    take?: (batch: Batch) => Promise<void>,
  ): Promise<Sums> {
    const sums = createSums()
    let done = 0
    for await (const batch of batches) {
      signal?.throwIfAborted()
      sums.add(batch)
      await take?.(batch)
      done += batch.records.length
      onProgress?.(step, done, total)
    }
    return sums.all()
  }
}

/** What of a batch is not written yet; counts down what is. */
function withoutFirst(batch: Batch, written: Map<string, number>): Batch {
  const left = written.get(batch.collection) ?? 0
  if (left === 0) return batch
  written.set(batch.collection, Math.max(0, left - batch.records.length))
  return { ...batch, records: batch.records.slice(left) }
}

/** What the parser says of it may show what somebody wrote. */
function unreadable(collection: string, from: string): WaypostError {
  const detail = `${from} has changed: a record in "${collection}" cannot be read`
  return new WaypostError('unavailable', { detail })
}

function notTheSame(collection: string, from: string, to: string): WaypostError {
  const why = `"${collection}" of ${to} is not what ${from} has now`
  const what = 'it may have changed since the copy was begun. Begin again with --restart'
  return new WaypostError('unavailable', { detail: `${why}: ${what}` })
}
