/// <reference types="node" />
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { createBuilder } from 'vite'
import { expect, it } from 'vitest'

/**
 * Bytes of `/waypost.js`, minified, brotli: what every visitor of a host pays. Decision
 * 0009 says what they go to.
 */
const SCRIPT_BUDGET = 1_500
/**
 * Bytes of `controller.js`, the client included: what somebody pays who wants help. Of these 1,000
 * keep the requests of somebody without a name when their session has ended, and claim them; 50 say
 * why there are none where the server does not believe the host; 600 keep nothing before consent, and
 * join what an earlier visit kept with what memory holds, in every tab; 450 take looks and words of
 * the host at any time, and tell those that are none; 800 know how many replies are unread, in every
 * tab, find what an inline panel stands in, and tell options that are none; 30 tell looks and words
 * that are no object; 100 hand what has opened at once to the panel, or close it; 30 tell what became
 * of a search; 110 say what fits the page, and that a hotkey is none; 40 let what comes later make
 * calls of its own, as for files; 100 tell the host why it is not
 * believed, and list what a company has asked; 90 come back with work where the server asks for it;
 * 310 fetch what hears of things as they happen, tell it who is here, and its news to other tabs; 20 look
 * no more than once a minute whether a server that is gone refuses us; 50 open the request of a
 * notification; 200 fetch the outbox, where
 * something waits at once, and tell it who is here; 500 fetch what coordinates courses, checklists and
 * tours, where something is due, keep for it what the host tracks before, and know the names of its calls
 * and events; 20 give it the launcher for its ring, and close the panel before a tour; 110 keep a tour and who
 * waits for an answer to one person, tell that a visitor has gone, and whether the browser has had room; the
 * name of that file, of what is in it, moves them by ten either way; 150 mark for the next page that a
 * session is kept; 60 keep what the host says of its page, and where a panel stands in it, each in a place of its own;
 * 230 follow a router that takes the panel's place away, open nothing that was closed before it could open, and
 * forget what was written before there was a panel.
 */
const CONTROLLER_BUDGET = 12_965
/**
 * Bytes of what the controller fetches to hear of things as they happen. 330 hear of a ticket by its token,
 * and are patient with a server that is gone; 160 tell of an answer outside of the page.
 */
const REALTIME_BUDGET = 2_990
/**
 * Bytes of what the controller fetches once somebody writes, or where something waits: the queue, one
 * sender for all tabs, what a ticket needs whose answer was lost: 125 find it again under a name that came
 * since, 160 say what was mended in it; 60 leave what one wrote to that one, and know what outlives the page.
 */
const OUTBOX_BUDGET = 2_980
/**
 * Bytes of what the controller fetches where something of the site's education is for whoever is here:
 * 1,140 are the rules, 460 say how far somebody is, 490 keep what is done until the server has heard it,
 * 360 count what the host tracks, 340 speak to the server, 600 look at the page and follow it, 210 say
 * which checklist the launcher's ring is of, and make room for a tour.
 * 280 let record, page and what comes by itself each stand by themselves; calls that few hosts make come with the
 * first of them.
 * 45 say by one call of the client that something is done, 35 tell the host of it, too, and of what waits;
 * 15 do so for every way there is to that call.
 */
const EDUCATION_BUDGET = 5_810
/**
 * Bytes of what starts tours and tips on the host's page, and has them go on where they were; 30 leave marks alone
 * where nothing has changed.
 */
const ON_PAGE_BUDGET = 1_180
/** Bytes of `diagnose.js`: what a developer pays who looks for a fault. */
const DIAGNOSE_BUDGET = 5_140

/**
 * Bytes of `live.js`: what somebody pays who has a session here, or whose host asks for more. 40 have the
 * controller come where somebody waits for an answer, 120 put the number before the page's title, 50 have it come where something waits to be
 * sent, 60 where something is to be learnt, a tour goes on, or the host says who is here when it is asked.
 */
const LIVE_BUDGET = 2_925

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Everything that `vite build` makes of one part of its configuration. */
async function bundleAll(part: 'client' | 'diagnose' | 'live' | 'script') {
  const builder = await createBuilder({ root, logLevel: 'silent', build: { write: false } })
  const environment = builder.environments[part]
  if (!environment) throw new Error(`vite.config.ts has no ${part}`)
  const built = await builder.build(environment)
  const [output] = [built].flat()
  return output && 'output' in output ? output.output : []
}

async function bundle(part: Parameters<typeof bundleAll>[0]) {
  const parts = await bundleAll(part)
  // What a part fetches later is not among what it costs to have it.
  const chunks = parts.filter((chunk) => chunk.type !== 'chunk' || chunk.isEntry)
  expect(chunks.map((chunk) => chunk.type)).toEqual(['chunk'])
  const [chunk] = chunks
  return chunk?.type === 'chunk' ? chunk : undefined
}

const advice = (name: string, size: number, budget: number) =>
  `${name} has ${size} bytes, its budget is ${budget}. Move into the controller what nobody needs` +
  ' before they open the panel, or raise the budget here in the same commit and say what it buys.'

it('keeps the script of every page within its budget', async () => {
  const chunk = await bundle('script')
  // As it is served, with the id of a build in it; which one moves it by ten bytes either way.
  const sizes = Array.from({ length: 99 }, (_, build) => {
    const id = createHash('sha256').update(`${build}`).digest('hex').slice(0, 12)
    return brotliCompressSync(chunk?.code.replace('__WAYPOST_BUILD__', id) ?? '').length
  })
  const size = sizes.sort((a, b) => a - b)[49] ?? 0
  expect(size).toBeGreaterThan(1_000)
  expect(size, advice('waypost.js', size, SCRIPT_BUDGET)).toBeLessThanOrEqual(SCRIPT_BUDGET)
})

it('puts nothing into that script but what stands in embed/', async () => {
  const chunk = await bundle('script')
  const modules = Object.keys(chunk?.modules ?? {}).filter((id) => id.endsWith('.ts'))
  expect(modules.length).toBeGreaterThan(4)
  expect(modules.filter((id) => !/\/src\/embed\/[^/]+$/.test(id))).toEqual([])
  expect(chunk?.code).toContain('__WAYPOST_BUILD__')
  expect(chunk?.code).not.toMatch(/sourceMappingURL|\/(work|home|Users)\//)
})

it('keeps what is fetched on intent within its budget, and free of the schemas', async () => {
  const chunk = await bundle('client')
  const size = brotliCompressSync(chunk?.code ?? '').length
  expect(size).toBeGreaterThan(3_000)
  expect(size, advice('controller.js', size, CONTROLLER_BUDGET)).toBeLessThanOrEqual(
    CONTROLLER_BUDGET,
  )
  const modules = Object.keys(chunk?.modules ?? {}).filter((id) => id.endsWith('.ts'))
  const known = /\/src\/(embed\/(controller|standing)|client|contract\/(errors|routes))\b/
  expect(modules.filter((id) => !known.test(id))).toEqual([])
})

for (const [part, budget] of Object.entries({
  'create-realtime': REALTIME_BUDGET,
  'create-outbox': OUTBOX_BUDGET,
  'create-education': EDUCATION_BUDGET,
})) {
  it(`keeps ${part} within its budget, and in need of nothing else`, async () => {
    const parts = await bundleAll('client')
    const chunk = parts.find(({ name }) => name === part)
    if (chunk?.type !== 'chunk') throw new Error(`The controller fetches ${part} no more`)
    const size = brotliCompressSync(chunk.code).length
    expect(size).toBeGreaterThan(1_000)
    expect(size, advice(`${part}.js`, size, budget)).toBeLessThanOrEqual(budget)
    expect(chunk.imports).toEqual([])
  })
}

it('keeps what stands on the page of education within its budget, and in need of that alone', async () => {
  const parts = await bundleAll('client')
  const chunk = parts.find(({ name }) => name === 'create-on-page')
  if (chunk?.type !== 'chunk') throw new Error('create-on-page is fetched no more')
  const size = brotliCompressSync(chunk.code).length
  expect(size).toBeGreaterThan(500)
  expect(size, advice('create-on-page.js', size, ON_PAGE_BUDGET)).toBeLessThanOrEqual(
    ON_PAGE_BUDGET,
  )
  expect(chunk.imports).toEqual([expect.stringMatching(/^create-education-/)])
})

it('keeps what looks for faults within its budget, and in need of nothing else', async () => {
  const chunk = await bundle('diagnose')
  const size = brotliCompressSync(chunk?.code ?? '').length
  expect(chunk?.imports).toEqual([])
  expect(size).toBeGreaterThan(3_000)
  expect(size, advice('diagnose.js', size, DIAGNOSE_BUDGET)).toBeLessThanOrEqual(DIAGNOSE_BUDGET)
})

it('keeps what shows the unread replies within its budget, and free of the client', async () => {
  const chunk = await bundle('live')
  const size = brotliCompressSync(chunk?.code ?? '').length
  expect(size).toBeGreaterThan(1_000)
  expect(size, advice('live.js', size, LIVE_BUDGET)).toBeLessThanOrEqual(LIVE_BUDGET)
  const modules = Object.keys(chunk?.modules ?? {}).filter((id) => id.endsWith('.ts'))
  expect(modules.filter((id) => /\/src\/client\//.test(id))).toEqual([])
})
