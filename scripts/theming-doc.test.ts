import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const textOf = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8')

const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

it('lists every token of the panel in docs/theming.md, and none that is not there', () => {
  const files = ['first-theme.ts', 'theme.ts'].map(
    (name) => `packages/widget/src/foundation/${name}`,
  )
  const source = files.map(textOf).join('')
  const tokens = sorted([...source.matchAll(/(--wp-[\w-]+):/g)].map(([, name = '']) => name))
  const table = textOf('docs/theming.md').split('## Every token')[1]?.split('\n`--wp-offset`')[0]
  const listed = sorted(
    [...(table ?? '').matchAll(/`(--wp-[\w-]+)`/g)].map(([, name = '']) => name),
  )
  expect(tokens.length).toBeGreaterThan(60)
  expect(listed).toEqual(tokens)
})
