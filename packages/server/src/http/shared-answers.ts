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
  readonly key: string
  readonly version: number
  readonly until: number
  readonly encoded: Map<Encoding, Promise<Uint8Array>>
  /** In bytes, roughly. */
  weight: number
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
/** What all answers weigh together. Anybody may ask for what nobody has asked for, so all is counted. */
const MOST = 16_000_000
/** Beside its address and its text: headers, tag, and the entry itself. */
const LEAST_WEIGHT = 1_000
/** Characters of an address. No page of ours asks for more, and whoever does gets no room. */
const LONGEST_KEY = 2_500
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
      drop(found)
      return undefined
    },

    /**
     * Whether somebody has asked for it before. What nobody asks for again, as most of what is typed,
     * is not worth keeping: it would only be in the way of the garbage collector.
     */
    isAskedAgain(key: string): boolean {
      if (key.length > LONGEST_KEY) return false
      if (asked.has(key)) return true
      if (asked.size === MOST_ASKED) asked.clear()
      asked.add(key)
      return false
    },

    /** Said before an answer is made: what changes meanwhile makes it old. */
    begin: version,

    /** Keeps an answer for as long as nothing changes after it was begun, and there is room. */
    keep(key: string, answer: SharedAnswer, begun: number): SharedAnswer {
      const old = kept.get(key)
      if (old) drop(old)
      const weight = LEAST_WEIGHT + 2 * key.length + answer.text.length
      const times = { version: begun, until: now() + LONGEST }
      const made: Kept = { ...answer, key, ...times, encoded: new Map(), weight }
      if (key.length > LONGEST_KEY) return made
      kept.set(key, made)
      size += weight
      makeRoom()
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

  function squeezed(answer: Kept, encoding: Encoding): Promise<Uint8Array> {
    const { encoded, text } = answer
    const before = encoded.get(encoding)
    if (before) return before
    const made = squeezeQuickly(Buffer.from(text), encoding)
    encoded.set(encoding, made)
    return made.then((bytes) => {
      if (kept.get(answer.key) !== answer) return bytes
      answer.weight += bytes.length
      size += bytes.length
      makeRoom()
      return bytes
    })
  }

  /**
   * The oldest go first; a tenth of all at once, because to find the first of a map costs as much as
   * has been taken out before it.
   */
  function makeRoom(): void {
    if (size <= MOST) return
    for (const one of kept.values()) {
      if (size <= 0.9 * MOST) return
      drop(one)
    }
  }

  function drop({ key, weight }: Kept): void {
    if (kept.delete(key)) size -= weight
  }
}

export type SharedAnswers = ReturnType<typeof createSharedAnswers>
