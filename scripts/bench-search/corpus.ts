import { pathToFileURL } from 'node:url'

export interface BenchDocument {
  readonly id: string
  readonly title: string
  readonly body: string
}

interface KitCorpus {
  docs: { id: number; title: string; text: string; topic: string[] }[]
  vocab: string[]
}

interface Kit {
  makeCorpus(size: number): KitCorpus
  rng(seed: number): () => number
}

const PHRASES = 100
const QUESTIONS = 200
/** Words of a question: what it is about, between words that stand everywhere. */
const TOPICAL = 3
const COMMON = 4
/** The most frequent words of the corpus, as "the" and "how" are in ours. */
const MOST_FREQUENT = 150

/**
 * Articles of some 300 words by the kit's seeded generator, whole questions about them, and every
 * beginning of phrases as somebody types them.
 */
export async function readCorpus(kit: string, size: number) {
  const { makeCorpus, rng } = (await import(pathToFileURL(`${kit}/corpus.mjs`).href)) as Kit
  const { docs, vocab } = makeCorpus(size)
  const random = rng(11)
  const oneOf = <T>(list: readonly T[], count = list.length) =>
    list[Math.floor(random() * count)] as T
  const questions = Array.from({ length: QUESTIONS }, () => {
    const { topic } = oneOf(docs)
    const words = Array.from({ length: COMMON }, () => oneOf(vocab, MOST_FREQUENT))
    for (let i = 0; i < TOPICAL; i++) words.splice(1 + 2 * i, 0, topic[2 * i] as string)
    return words.join(' ')
  })
  const typed = Array.from({ length: PHRASES }, () => {
    const { topic } = oneOf(docs)
    const phrase = `${topic[0]} ${topic[2]} ${oneOf(vocab, MOST_FREQUENT)} ${topic[1]}`
    return Array.from(phrase, (_, end) => phrase.slice(0, end + 1))
  })
  const documents = docs.map(
    ({ id, title, text }): BenchDocument => ({
      ...{ id: String(id), title, body: text },
    }),
  )
  return { documents, questions, beginnings: typed.flat() }
}
