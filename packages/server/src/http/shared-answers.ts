import { type Encoding, encodingFor, squeezeQuickly } from './encoding.js'
import type { Answer } from './endpoint.js'
import { hasTag } from './etag.js'
import { QuickResponse } from './quick-response.js'

/** An answer that is the same for everybody, ready to be sent again; and what is counted of it. */
export interface SharedAnswer extends Pick<Answer<unknown>, 'read' | 'search'> {
  readonly text: string
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
}

interface Kept extends SharedAnswer {
  readonly version: number
  readonly until: number
  readonly encoded: Map<Encoding, Promise<Uint8Array>>
}

export interface SharedAnswersDeps {
  /** Rises with every change of what is answered. */
  version(): number
  /** False while that may be about to rise. */
  isKnown(): boolean
  now(): number
}

/** Milliseconds for which an answer is not made again, though nothing changed: it may hold a count. */
const LONGEST = 60_000
/** Characters of all answers together. */
const MOST = 16_000_000
/** Addresses that are remembered as asked for. */
const MOST_ASKED = 5_000
/** Bytes; below, an answer fits into one packet anyway. */
const LEAST = 1024

/**
 * Answers that depend on content alone, each made once for a state of that content: text, tag and
 * compressed forms. What changes makes all of them old at once.
 */
export function createSharedAnswers({ version, isKnown, now }: SharedAnswersDeps) {
  const kept = new Map<string, Kept>()
  const asked = new Set<string>()
  let size = 0

  return {
    find(key: string): SharedAnswer | undefined {
      const found = this.findLast(key) as Kept | undefined
      return found && found.until > now() && isKnown() ? found : undefined
    },

    /** The answer for this state of the content, however old: where none can be made, it is right. */
    findLast(key: string): SharedAnswer | undefined {
      const found = kept.get(key)
      if (found === undefined || found.version === version()) return found
      drop(key, found)
      return undefined
    },

    /**
     * Whether somebody has asked for it before. What nobody asks for again, as most of what is typed,
     * is not worth keeping: it would only be in the way of the garbage collector.
     */
    isAskedAgain(key: string): boolean {
      if (asked.has(key)) return true
      if (asked.size === MOST_ASKED) asked.clear()
      asked.add(key)
      return false
    },

    /** Said before an answer is made: what changes meanwhile makes it old. */
    begin: version,

    /** Keeps an answer for as long as nothing changes after it was begun. */
    keep(key: string, answer: SharedAnswer, begun: number): SharedAnswer {
      const old = kept.get(key)
      if (old) drop(key, old)
      const made = { ...answer, version: begun, until: now() + LONGEST, encoded: new Map() }
      kept.set(key, made)
      size += answer.text.length
      for (const [first, one] of kept) {
        if (size <= MOST) break
        drop(first, one)
      }
      return made
    },

    /** Sends it: 304 to who has it, compressed to who takes that. */
    send(
      answer: SharedAnswer,
      wants: { tags: string | undefined; encodings: string | undefined },
      headers: Readonly<Record<string, string>>,
    ): Response | Promise<Response> {
      const all = { ...headers, ...answer.headers }
      if (hasTag(wants.tags, answer.etag)) {
        return new QuickResponse(null, { status: 304, headers: { ...all, ETag: answer.etag } })
      }
      const encoding = answer.text.length < LEAST ? undefined : encodingFor(wants.encodings)
      if (encoding === undefined) {
        return new QuickResponse(answer.text, {
          status: 200,
          headers: { ...all, ETag: answer.etag },
        })
      }
      // A strong tag names one sequence of bytes, and these are others.
      const changed = { 'Content-Encoding': encoding, ETag: `W/${answer.etag}` }
      return squeezed(answer as Kept, encoding).then(
        (bytes) =>
          new QuickResponse(bytes as Uint8Array<ArrayBuffer>, { headers: { ...all, ...changed } }),
      )
    },
  }

  function squeezed({ encoded, text }: Kept, encoding: Encoding): Promise<Uint8Array> {
    const before = encoded.get(encoding)
    if (before) return before
    const made = squeezeQuickly(Buffer.from(text), encoding)
    encoded.set(encoding, made)
    return made
  }

  function drop(key: string, { text }: Kept): void {
    if (kept.delete(key)) size -= text.length
  }
}

export type SharedAnswers = ReturnType<typeof createSharedAnswers>
