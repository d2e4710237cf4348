import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Logger } from '../foundation/logger.js'
import { supportWorld } from './support-world.js'

let folder: string
let close: (() => Promise<void>) | undefined
const told: unknown[] = []
const log: Logger = {
  info: () => {},
  warn: (...what) => told.push(what),
  error: (...what) => told.push(what),
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-rules-'))
  told.length = 0
})
afterEach(async () => {
  await close?.()
  await rm(folder, { recursive: true, force: true })
})

async function save(path: string, text: string) {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

/** A server on a folder of three articles and what their operator says about searching them. */
async function serverOn(rules: string) {
  const article = (title: string, more = '') => `---\ntitle: ${title}\n${more}---\n${title}.\n`
  await save('en/articles/refunds.md', article('Refund a payment'))
  await save('en/articles/fees.md', article('Payment fees'))
  await save('en/articles/limits.md', article('Payout limits', 'audience: team\n'))
  await save('en/synonyms.yaml', rules)
  const world = await supportWorld({ config: { content: folder }, log })
  close = world.close
  const client = world.client()
  return async (words: string) =>
    (await client.search(words)).items.map(({ articleId }) => articleId)
}

describe('the synonyms of a content folder', () => {
  it('are in force from the start', async () => {
    const finds = await serverOn('same:\n  - [refund, money back]\none-way:\n  klarna: fees\n')
    expect(await finds('money back')).toEqual(['refunds'])
    expect(await finds('klarna ')).toEqual(['fees'])
  })

  it('are in force soon after an edit, and gone with their file', async () => {
    const finds = await serverOn('same:\n  - [refund, reimbursement]\n')
    expect(await finds('reimbursement ')).toEqual(['refunds'])
    await save('en/synonyms.yaml', 'same:\n  - [fees, price]\n')
    await expect.poll(() => finds('price '), { timeout: 5_000 }).toEqual(['fees'])
    expect(await finds('reimbursement ')).toEqual([])
    await rm(join(folder, 'en/synonyms.yaml'))
    await expect.poll(() => finds('price '), { timeout: 5_000 }).toEqual([])
  })

  it('stay as they were while the file is broken, which the log tells by file and line', async () => {
    const finds = await serverOn('same:\n  - [refund, reimbursement]\n')
    await save('en/synonyms.yaml', 'same:\n  - [fees, price\n')
    await expect.poll(() => JSON.stringify(told), { timeout: 5_000 }).toContain('YAML')
    expect(JSON.stringify(told)).toContain('en/synonyms.yaml:3')
    expect(await finds('reimbursement ')).toEqual(['refunds'])
  })

  it('keep no article that is deleted while their file is broken', async () => {
    const finds = await serverOn('same:\n  - [refund, reimbursement]\n')
    await save('en/synonyms.yaml', 'same:\n  - [fees, price\n')
    await rm(join(folder, 'en/articles/fees.md'))
    await expect.poll(() => finds('payment '), { timeout: 5_000 }).toEqual(['refunds'])
    expect(JSON.stringify(told)).toContain('en/synonyms.yaml:3')
    expect(await finds('reimbursement ')).toEqual(['refunds'])
  })

  it('keep with a broken article what is deleted, which it may be', async () => {
    const finds = await serverOn('same:\n  - [refund, reimbursement]\n')
    await rm(join(folder, 'en/articles/fees.md'))
    await save('en/articles/costs.md', '---\ntitle: "Costs\n---\n')
    await expect.poll(() => JSON.stringify(told), { timeout: 5_000 }).toContain('en/articles/costs')
    expect(await finds('fees ')).toEqual(['fees'])
    await save('en/articles/costs.md', '---\ntitle: Costs\n---\n')
    await expect.poll(() => finds('fees '), { timeout: 5_000 }).toEqual([])
  })
})

describe('the pins of a content folder', () => {
  it('come first for their words alone, however these are written', async () => {
    const finds = await serverOn('pins:\n  late payment: [refunds, fees]\n')
    expect(await finds('  Late   PAYMENT? ')).toEqual(['refunds', 'fees'])
    expect((await finds('payment'))[0]).toBe('fees')
  })

  it('show nobody what is not for them', async () => {
    const finds = await serverOn('pins:\n  payment: [limits, refunds]\n  limits: limits\n')
    expect(await finds('payment')).toEqual(['refunds', 'fees'])
    expect(await finds('limits')).toEqual([])
  })
})
