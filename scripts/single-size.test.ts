import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { expect, it } from 'vitest'

/**
 * Bytes, brotli, of `waypost.single.js`: the whole widget for customers, in five languages; 2,000 of
 * them show how many replies are unread, and do what few hosts ask of the launcher, 3,000 let the panel
 * stand in a page by mode `inline`, 900 tell what was read and what made a question needless, and say
 * what fits the page. Some 9,500 ask what a site asks, say when the team replies and what goes along;
 * as many take files along and show them, 50 of which keep what is dropped apart; 3,000 hear what
 * happens as it happens. Some 3,000 keep what is written until it has gone; 27,000 teach: what
 * coordinates it, pages of courses, checklists and quizzes, tours and tips, and their words; 850 let an
 * article start a tour, and a reply carry a lesson. 8,200 are what shows tours and tips. 500 find what was sent again under another name, and leave
 * everything to its person; 35 let a letter wait for a file that is stuck, 110
 * keep what was wrong with an article, play a film again, and tell collections apart.
 */
const SINGLE = 133_250

const root = fileURLToPath(new URL('../packages/widget', import.meta.url))

it('holds the whole widget in one file, within its budget', async () => {
  const configFile = `${root}/vite.single.config.ts`
  const built = await build({ root, configFile, logLevel: 'silent', build: { write: false } })
  const outputs = [built].flat() as Rolldown.RolldownOutput[]
  const files = outputs.flatMap(({ output }) => output)
  expect(files.map(({ fileName }) => fileName)).toEqual(['waypost.single.js'])
  const code = files[0]?.type === 'chunk' ? files[0].code : ''
  // A tour is fetched by nobody but the host.
  for (const words of ['How can we help?', 'допомогти', 'Google LLC', 'waypost-tour'])
    expect(code).toContain(words)
  // Nothing that it would have to fetch, and nothing that a server would have to fill in.
  expect(code).not.toMatch(/\bimport\s*\(|__WAYPOST|sourceMappingURL/)

  const bytes = brotliCompressSync(code).length
  const advice =
    `waypost.single.js is ${bytes} bytes, its budget ${SINGLE}. It holds every page and language:` +
    ' make the newest one smaller, or raise the number here in the same commit and say what it buys.'
  expect(bytes, advice).toBeLessThanOrEqual(SINGLE)
})
