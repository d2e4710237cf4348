import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { loadKeys, rotateKeys } from './keys.js'

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-keys-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

it('makes keys once, also for nodes that begin at the same moment in one folder', async () => {
  const folder = newFolder()
  const all = await Promise.all(Array.from({ length: 8 }, () => loadKeys(folder)))
  expect(new Set(all.map(({ ticketTokens }) => ticketTokens[0]?.secret)).size).toBe(1)
  expect(readdirSync(folder)).toEqual(['keys.json'])
  expect(statSync(join(folder, 'keys.json')).mode & 0o777).toBe(0o600)
})

it('signs with a new key after a rotation, and opens with the last one', async () => {
  const folder = newFolder()
  const before = await loadKeys(folder)
  const { ticketTokens } = await rotateKeys(folder)
  expect(ticketTokens).toHaveLength(2)
  expect(ticketTokens[1]).toEqual(before.ticketTokens[0])
  expect(await loadKeys(folder)).toEqual({ ticketTokens })
})
