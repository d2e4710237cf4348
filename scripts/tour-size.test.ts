import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { createBuilder, type Rolldown } from 'vite'
import { expect, it } from 'vitest'
import { withoutUnusedTokens } from '../packages/widget/lean-tokens.js'

/**
 * Bytes, brotli, of what a page fetches that has a tour, its English included: decision 0025 says what
 * they go to. Of these 150 come back into a page that was put in another's place, rise above what lies
 * over it, and stay where they should on a page that is zoomed; 150 stand below the panel while it is open, and
 * above the page as soon as it has gone.
 */
const TOUR = 8_750
/** Of what a page fetches besides that has a tip, and of the words of another language. */
const TIPS = 2_050
const WORDS = 360

const root = fileURLToPath(new URL('../packages/widget', import.meta.url))

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const builder = await createBuilder({ root, logLevel: 'silent', build: { write: false } })
  const { tour } = builder.environments
  if (!tour) throw new Error('vite.config.ts has no tour')
  const outputs = [await builder.build(tour)].flat() as Rolldown.RolldownOutput[]
  const chunks = outputs.flatMap(({ output }) => output).filter((part) => part.type === 'chunk')
  return new Map(chunks.map(({ fileName, code }) => [fileName, code]))
}

it('shows a tour within its budget, and tips within theirs, without the panel', async () => {
  const files = await bundle()
  const sizes = [...files].map(([file, code]) => [file, brotliCompressSync(code).length] as const)
  console.table(sizes)
  const budgets = [
    ['tour.js', TOUR],
    ['chunks/create-tips.js', TIPS],
    ...['da', 'nb', 'sv', 'uk'].map((language) => [`chunks/${language}-tour.js`, WORDS] as const),
  ] as const
  expect([...files.keys()].sort()).toEqual(budgets.map(([file]) => file).sort())
  for (const [file, budget] of budgets) {
    const bytes = sizes.find(([name]) => name === file)?.[1]
    const advice = `${file} is ${bytes} bytes, its budget ${budget}: make it smaller, or raise the number here in the same commit and say what the bytes buy.`
    expect(bytes, advice).toBeLessThanOrEqual(budget)
  }
  const all = [...files.values()].join('\n')
  expect(all, 'as a strict page takes it').not.toMatch(/innerHTML|insertAdjacentHTML|\beval\b/)
})

it('has every token that its styles use, and no other', async () => {
  const all = [...(await bundle()).values()].join('\n')
  const declared = new Set([...all.matchAll(/[{;](--wp-[\w-]+):/g)].map(([, name]) => name))
  const used = new Set([...all.matchAll(/var\((--wp-[\w-]+)/g)].map(([, name]) => name))
  expect([...used].filter((name) => !declared.has(name))).toEqual([])
  expect([...declared].filter((name) => !used.has(name))).toEqual([])
})

it('leaves a token that only another one uses, and takes out what is empty by then', () => {
  const styles = ':host{--wp-a:1px;--wp-b:var(--wp-a);--wp-c:var(--wp-d);--wp-d:2px}'
  const contrast = '@media (prefers-contrast:more){:host{--wp-c:0}}'
  expect(withoutUnusedTokens(`\`${styles}${contrast}p{margin:var(--wp-b)}\``)).toBe(
    '`:host{--wp-a:1px;--wp-b:var(--wp-a);}p{margin:var(--wp-b)}`',
  )
})
