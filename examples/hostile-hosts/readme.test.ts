import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { hosts } from './hosts.js'

it('has a line in the README for every host, and no other', () => {
  const text = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  const lines = [...text.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, name]) => name)
  expect(lines).toEqual(hosts.map(({ name }) => name))
})
