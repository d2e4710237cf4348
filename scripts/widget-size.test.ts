import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { createBuilder, type Rolldown } from 'vite'
import { expect, it } from 'vitest'
import { enPages } from '../packages/widget/src/foundation/messages/en-pages.js'

/**
 * Bytes, brotli, of the file that opens the window, with its first lines in every language; 15 have the
 * browser ask once where things are, 20 draw the ornament when the rest is seen, 20 take an offset of `0`,
 * 30 leave nothing of who has logged out.
 */
const START = 6_630
/**
 * Bytes, brotli, of that and of the file that fills it: shell, home and their English. The looks that
 * all pages share are 100 of it: each page would have 420 for them; 10 hand on what hears of things.
 * 280 are the way to what there is to learn: a place with its icon and its word, six pages by name. 130 show at
 * home what waits to be sent, 110 offer with the articles what teaches it, 20 ask without a connection
 * where a worker of the host may answer.
 */
const FIRST_OPEN = 21_230
const LEARN: Readonly<Record<string, number>> = {
  'learn-view': 6_060,
  'checklist-view': 10_375,
  'course-view': 5_920,
  'lesson-view': 8_305,
  'quiz-view': 11_375,
  'finished-view': 6_340,
}
/**
 * Bytes, brotli, of what each page adds where it is opened first, its English included. Article and
 * ticket share formatted text, 1,700; of the article 240 tell that it was really read, 80 keep which
 * were, for who asks after them, 190 show again without a network what was read before, 70 fetch what shows
 * it on the page where a tour does. Of the search
 * 1,200 quote an answer, take a correction, narrow to a collection, say what is in another language,
 * lead on from a miss, and tell what was chosen; 90 find again without a network what was found before, 180 show
 * lessons below the articles, 45 open the collection that was picked last and say where that failed, and read a count
 * out again. Of the article 65 write its date as its reader does, and take along to the form what was wrong with it. Of the form 350 bring what a site asks besides, and
 * keep what the host says may only be read; 15 show what goes along with words that the host put in; 40 send
 * by and by what could not be sent for want of what sends.
 * Of the conversation 1,400 take files along, wait for those on their way, and tell colleagues apart.
 * Of requests and conversation 160 and 350 hear of things as they happen, and see who is writing; 280 of
 * the conversation draw a line before what is new, and begin there, 180 offer to tell of the answer, 80 fetch what shows the lessons of a reply, 30 have them in another language when the panel is; 700 of the form and 1,510 of the
 * conversation put what is written into the outbox, and say why it has not gone: without a network
 * nobody could fetch the words for that.
 * Of the requests 200 ask whether there is a company whose requests may be read, and say who asked.
 * What is taught shares 3,400: its words, and who tells how far one is. Checklist, lesson and quiz take
 * formatted text, which stands in files of its own since: 10, 10 and 70 of form, requests and conversation.
 * Of the quiz 95 keep an attempt that cannot be gone on with now, speak another language with what was told,
 * and write a number as its reader does.
 */
const PAGES: Readonly<Record<string, number>> = {
  'search-view': 5_995,
  'article-view': 5_705,
  'contact-view': 6_000,
  'requests-view': 3_960,
  'ticket-view': 13_710,
  ...LEARN,
}
/** What comes after a page, when somebody wants it: by name, after which page, and bytes. */
const PARTS: Readonly<Record<string, readonly [page: string, bytes: number]>> = {
  // Whose requests: one's own, or those of one's company.
  scopes: ['requests-view', 650],
  // What letters are about, where a site says more than one thing: its words and pictures.
  'render-kinds': ['contact-view', 860],
  // Suggestions, the sending, the arrival; 830 say where words come from that stand in the form already, and where others are; 350 let somebody say that they are answered, 10 wait for a
  // turn where strangers are asked for work, 180 lead to
  // what is wrong with answers to the site, 600 say what goes along, without what somebody takes out,
  // 20 that the page of the host has stopped it; 2,300 queue it, show what waits to be sent, there and in lists, and why; 60 take looks from files that others take as well, 190 take back what was sent, say what was mended in it, and know what may go by itself, 45 also after a file that was stuck.
  'once-writing': ['contact-view', 8_510],
  // Where a site asks more than a letter: fields of eleven types, consent, the files, an order to pick,
  // what is wrong with them. 850 are its words, 10 keep boxes empty in forced colours, 170 read a number as its
  // writer means it, 110 know a file that is stuck from words, and one of another kind of letter.
  'site-form': ['contact-view', 8_245],
  // Whoever wants to see what goes along.
  'render-along': ['once-writing', 2_030],
  // Whoever says whether the article helped, and where there is none; 260 let the answer wait in the outbox, 15 however long it takes, 50 keep
  // what is written about it until then.
  'article-later': ['article-view', 2_510],
  // An article that a tour shows on the host's page.
  'show-me': ['article-view', 530],
  // A reply that carries lessons.
  'show-carried': ['ticket-view', 845],
  // A message that brought files; and somebody who is about to add one.
  'show-files': ['ticket-view', 3_530],
  // 50 keep what is dropped and pasted in a place of its own, 45 say what only waits, and keep the focus.
  uploads: ['ticket-view', 8_745],
  // Somebody of the team is writing.
  'writing-line': ['ticket-view', 420],
  // Whoever waits for an answer, where the browser may tell of it.
  'notices-offer': ['ticket-view', 720],
  // A lesson that has a video: its stage, chapters and transcript around the browser's own player;
  // 25 play it once more, and say the chapters of what another site plays.
  'lesson-video': ['lesson-view', 3_035],
  // An article or a message that holds a callout, a table, code, tasks or a video.
  'render-rarer-blocks': ['article-view', 2_170],
}
/** No file that is fetched by itself, after the panel, is larger; a conversation is the largest. */
const CHUNK = 8_235
/**
 * Bytes, brotli, of everything a customer can come to in English, script and controller included.
 * Each file that comes by itself begins without the words of the others, which costs some 400: 500 of
 * these let the window open without the looks of what comes later, 700 tell what was read and what
 * made a question needless, and say what fits the page. Some 5,500 are for sites that ask more than a
 * letter, 1,500 say when the team is there and by when it replies, 1,500 what goes along.
 * 4,600 are the outbox, and what it says. 10,000 take files along and show them, 1,000 list what a company has asked, 1,800 show things as
 * they happen, and what is new. 22,000 are all that there is to learn: checklists, courses, lessons with
 * their videos, quizzes, and the paper at the end; 650 let an article start a tour,
 * 900 a reply carry a lesson, 350 offer lessons wherever articles are. 120 mark that a session is kept, 100 are
 * seams: the form's words, what a host says, the end of a checklist, each by itself. 95 are the quiz in another
 * language, 170 read numbers as their writers mean them, 200 let a letter wait for a file that is stuck, and hear of a
 * reply whose outbox came late, 210 keep what was wrong with an article, play a film again, and tell collections apart.
 */
const ALL = 121_330

/**
 * Bytes, brotli, of what an element in a page adds to the panel before its view, and all with search;
 * 200 take the host's key for the search, 150 show lessons, 380 are the checklist; 80 say a
 * collection that could not be had, and a count that stays as it was.
 */
const ELEMENT = 6_215
const ELEMENTS = 16_910

const root = fileURLToPath(new URL('../packages/widget', import.meta.url))
/** As the test run builds it. */
const script = fileURLToPath(new URL('../packages/sdk/dist/script', import.meta.url))

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
  const opening = total([...eager(chunks, 'start.js')])
  expect(opening, advice('What opens at once', opening, START)).toBeLessThanOrEqual(START)
  expect([...first].map(({ fileName }) => fileName)).toEqual(['panel.js', 'start.js'])
  expect(bytes, advice('The first open', bytes, FIRST_OPEN)).toBeLessThanOrEqual(FIRST_OPEN)
  expect(pages.map(({ name }) => name).sort()).toEqual(Object.keys(PAGES).sort())
  for (const page of pages) {
    const budget = PAGES[page.name] ?? 0
    expect(page.bytes, advice(page.name, page.bytes, budget)).toBeLessThanOrEqual(budget)
  }
  for (const [name, [page, budget]] of Object.entries(PARTS)) {
    const opened = eager(chunks, fileOf(chunks, page))
    const later = [...eager(chunks, fileOf(chunks, name))].filter(
      (chunk) => !first.has(chunk) && !opened.has(chunk),
    )
    expect(total(later), advice(name, total(later), budget)).toBeLessThanOrEqual(budget)
    expect(later, `${page} fetches ${name} at once`).not.toEqual([])
  }
})

it('comes in small pieces', async () => {
  const pieces = [...(await bundle()).values()].filter(({ isEntry }) => !isEntry)
  for (const piece of pieces) {
    expect(size(piece), `${piece.name} is ${size(piece)} bytes`).toBeLessThanOrEqual(CHUNK)
  }
})

it('keeps the whole widget, with all its pages, within one budget', async () => {
  // Elements that stand in a page are fetched by that page alone; what looks through words of the
  // host's own, by a host that has some.
  const panel = [...reachable(await bundle(), 'panel.js')].filter(
    ({ name }) => !/^((sv|da|nb|uk)(-.+)?|check-messages)$/.test(name),
  )
  const embed = ['waypost.js', 'controller.js'].map((file) => readFileSync(join(script, file)))
  const bytes = total(panel) + embed.reduce((sum, code) => sum + brotliCompressSync(code).length, 0)
  console.log(`${bytes} bytes in all`)
  expect(bytes).toBeLessThanOrEqual(ALL)
})

it('has of an element in a page little more than of the panel', async () => {
  const chunks = await bundle()
  const first = eager(chunks, 'panel.js')
  const each = ['article', 'checklist', 'contact-form', 'requests', 'panel'].map(
    (name) => `waypost-${name}.js`,
  )
  for (const file of each)
    expect([...eager(chunks, file)]).toEqual(expect.arrayContaining([...first]))
  for (const file of each) {
    const bytes = total([...eager(chunks, file)].filter((chunk) => !first.has(chunk)))
    expect(bytes, `${file} is ${bytes} bytes`).toBeLessThanOrEqual(ELEMENT)
  }
  const all = total([...eager(chunks, 'elements.js')].filter((chunk) => !first.has(chunk)))
  expect(all, `elements.js is ${all} bytes`).toBeLessThanOrEqual(ELEMENTS)
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
  const codeOf = (name: string) =>
    [...eager(chunks, fileOf(chunks, name))].map((chunk) => chunk.code).join('')
  // What has to do with files, goes along or is taught learns words of its own, in every language; what
  // letters are about is said by its name.
  const all = [...Object.keys(PAGES), ...Object.keys(PARTS)].filter(
    (name) =>
      !/^(render-(along|kinds)|show-files|uploads|lesson-video)$/.test(name) && !(name in LEARN),
  )
  for (const name of all) {
    const code = codeOf(name)
    const [page] = PARTS[name] ?? []
    const known = page ? code + codeOf(page) : code
    const said = Object.keys(enPages).filter((key) => new RegExp(`"${key}"(?!:)`).test(code))
    expect(said.length, name).toBeGreaterThan(0)
    const missing = said.filter((key) => !known.includes(`"${key}":`))
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
const eager = (chunks: Map<string, Rolldown.OutputChunk>, fileName: string) =>
  closure(chunks, fileName, ({ imports }) => imports)

/** A file with everything that somebody can come to from there. */
const reachable = (chunks: Map<string, Rolldown.OutputChunk>, fileName: string) =>
  closure(chunks, fileName, ({ imports, dynamicImports }) => [...imports, ...dynamicImports])

function closure(
  chunks: Map<string, Rolldown.OutputChunk>,
  fileName: string,
  next: (chunk: Rolldown.OutputChunk) => readonly string[],
  seen = new Set<Rolldown.OutputChunk>(),
): Set<Rolldown.OutputChunk> {
  const chunk = chunks.get(fileName)
  if (!chunk || seen.has(chunk)) return seen
  seen.add(chunk)
  for (const name of next(chunk)) closure(chunks, name, next, seen)
  return seen
}

function fileOf(chunks: Map<string, Rolldown.OutputChunk>, name: string): string {
  const chunk = [...chunks.values()].find((each) => each.name === name)
  if (!chunk) throw new Error(`There is no ${name}`)
  return chunk.fileName
}

const size = ({ code }: Rolldown.OutputChunk) => brotliCompressSync(code).length
const total = (chunks: readonly Rolldown.OutputChunk[]) =>
  chunks.reduce((sum, chunk) => sum + size(chunk), 0)
