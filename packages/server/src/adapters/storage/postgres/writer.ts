import { randomUUID } from 'node:crypto'
import { isWaypostError } from '@waypost/sdk/contract'
import type { QueryResult } from 'pg'
import type { Clock } from '../../../foundation/clock.js'
import { ask, type Connection } from './connect.js'
import type { Head } from './head.js'
import type { Line } from './line.js'
import { Lost } from './lost.js'
import { type Outage, pauseBefore } from './outage.js'
import type { Draft } from './run-work.js'
import { beginLocked, type State } from './state.js'
import { createSurely } from './surely.js'
import { takenIn, type WriteDeps, writeDraft } from './write-draft.js'

/** Drafts that wait while one commit is under way go together into the next: so many at most. */
const TOGETHER = 32

export interface WriterDeps {
  line: Line
  outage: Outage
  clock: Clock
  /** What this node has written last, which is told here. */
  head: Head
  /** Throws where this node no longer knows the indexes of the database. */
  check(seen: State, connection: Connection): Promise<void>
  /** Called after each commit, in order. */
  onCommit(state: State): void
}

/** Makes a draft over a connection, which stands at a state that may still be on its way. */
export type Redraft = (connection: Connection, seen: State | Promise<State>) => Promise<Draft>

/** A draft that was read from a snapshot and wants to be written. */
export interface Job {
  readonly draft: Draft
  /** Makes it again from what stands now. */
  readonly redraft: Redraft
  /** By when it is to be given up, as `Date.now()`. */
  readonly until: number
}

type Outcome = Draft['outcome']

interface Waiting extends Job {
  settle(outcome: Outcome): void
}

/**
 * Writes over one connection, one commit after another, so that those who wait take no connection
 * from readers. A draft that nobody came before is written as it is, by one statement. Where somebody
 * has, it is made again while this node holds the row that orders all commits: nobody can come before
 * it then, so work is made again once, and all who wait meanwhile go into the same commit.
 */
export function createWriter(deps: WriterDeps) {
  const { line, outage, clock, head, check, onCommit } = deps
  const node = randomUUID()
  const waiting: Waiting[] = []
  /** Tables whose records are replaced without having been read. */
  const replaced = new Set<string>()
  let turn = 0
  let running: Promise<void> | undefined
  const signature = () => ({ node, turn })
  const surely = createSurely({ line, outage, signature })

  // Nothing of those who wait has been sent. What has become of the others is asked over another line, as
  // this one may be silent for long.
  outage.onGiveUp((error) => {
    for (const job of waiting.splice(0)) job.settle({ error })
    if (running) void line.cut()
  })

  async function run(): Promise<void> {
    while (waiting.length > 0) await commitTogether(waiting.splice(0, TOGETHER))
    running = undefined
  }

  /** Settles every job, whatever happens. */
  async function commitTogether(jobs: readonly Waiting[]): Promise<void> {
    let left = jobs
    for (let tries = 0; left.length > 0; tries += 1) {
      try {
        const outcomes = await attempt(left)
        for (const [i, job] of left.entries()) job.settle(outcomes[i] as Outcome)
        return
      } catch (error) {
        if (error instanceof Lost) {
          await line.drop()
          left = refuseLate(left, error)
          await pauseBefore(tries)
        } else if (left.length === 1 || isWaypostError(error)) {
          for (const job of left) job.settle({ error })
          return
        } else {
          // What one of them cannot write must not keep the others from it.
          for (const job of left) await commitTogether([job])
          return
        }
      }
    }
  }

  function refuseLate(jobs: readonly Waiting[], cause: Lost): readonly Waiting[] {
    return jobs.filter((job) => {
      try {
        outage.refuseAfter(job.until, cause)
        return true
      } catch (error) {
        job.settle({ error })
        return false
      }
    })
  }

  async function attempt(jobs: readonly Waiting[]): Promise<Outcome[]> {
    const connection = await line.get()
    turn += 1
    const [{ draft }] = jobs as [Waiting]
    if (jobs.length > 1) return attemptLocked(connection, jobs)
    const made = await writeAtOnce(connection, draft)
    if (!made) {
      head.forget()
      return attemptLocked(connection, jobs)
    }
    head.committed(draft.seen, made, [draft])
    onCommit(made)
    return [draft.outcome]
  }

  /** What stands then; nothing where somebody came before. */
  async function writeAtOnce(connection: Connection, draft: Draft): Promise<State | undefined> {
    try {
      const { made, done } = write(connection, draft, draft.seen, ({ name }) => !replaced.has(name))
      return (await surely(done)) ? made : undefined
    } catch (error) {
      const table = takenIn(error)
      if (table === undefined) throw error
      replaced.add(table)
      const { made, done } = write(connection, draft, draft.seen)
      return (await surely(done)) ? made : undefined
    }
  }

  async function attemptLocked(connection: Connection, jobs: readonly Waiting[]) {
    const writes: Promise<boolean>[] = []
    try {
      const before = await beginLocked(connection)
      await check(before, connection)
      const outcomes: Outcome[] = []
      const drafts: Draft[] = []
      let state = before
      for (const { draft: first, redraft } of jobs) {
        const isTrue = first.seen.commit === state.commit
        const draft = isTrue ? first : await redraft(connection, state)
        outcomes.push(draft.outcome)
        if (!hasWrites(draft)) continue
        const { made, done } = write(connection, draft, state)
        // Nobody waits for it: what is asked next is answered after it.
        writes.push(done)
        drafts.push(draft)
        done.catch(() => undefined)
        state = made
      }
      const end = ask(connection, 'commit')
      if (state === before) {
        await end.catch(() => line.drop())
        return outcomes
      }
      // Where a statement was refused, the end of this undoes all of them.
      await surely(Promise.all([...writes, end.then(refuseUndone)]).then(() => true))
      head.committed(before, state, drafts)
      onCommit(state)
      return outcomes
    } catch (error) {
      const culprit = await firstRefusal(writes)
      await connection.query('rollback').catch(() => line.drop())
      throw culprit ?? error
    }
  }

  function write(
    connection: Connection,
    draft: Draft,
    seen: State,
    isNewUnread?: WriteDeps['isNewUnread'],
  ) {
    const now = clock.now()
    return writeDraft({ connection, draft, seen, signature: signature(), now, isNewUnread })
  }

  return {
    /** Whether nobody waits to write: what stands now stands until the next who comes has written. */
    isIdle: () => running === undefined,

    /** Resolves to what its work answered or threw, once that is safe. */
    submit(job: Job): Promise<Outcome> {
      return new Promise((settle) => {
        waiting.push({ ...job, settle })
        running ??= run()
      })
    },

    async close(): Promise<void> {
      await running
      const text = 'update waypost._state set signatures = signatures - $1::text'
      const connection = turn > 0 ? await line.get().catch(() => undefined) : undefined
      await connection?.query({ text, values: [node] }).catch(() => undefined)
      await line.drop()
    },
  }
}

/** Throws where a read was refused before: the server then undoes all at the end, and says only so much. */
function refuseUndone({ command }: QueryResult): void {
  if (command !== 'COMMIT') throw new Error(`[waypost] [postgres] ${command} in place of a commit`)
}

/** What a statement was refused for, where the connection was not to blame. */
async function firstRefusal(writes: readonly Promise<unknown>[]): Promise<unknown> {
  for (const outcome of await Promise.allSettled(writes)) {
    if (outcome.status === 'rejected' && !(outcome.reason instanceof Lost)) return outcome.reason
  }
  return undefined
}

export function hasWrites({ changes, added, told }: Draft): boolean {
  return changes.size > 0 || added.length > 0 || told !== undefined
}
