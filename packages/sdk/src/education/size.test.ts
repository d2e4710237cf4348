/// <reference types="node" />
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { expect, it } from 'vitest'

/**
 * Bytes, minified, brotli, of what a page decides by: whether a rule holds, and what shows itself; 50 look for an
 * element last, and remember address and day; 30 make a thousand rules twice as quick.
 */
const TARGETING_BUDGET = 1_190
/**
 * Bytes of all that is decided, for hosts that draw their own, and for the server; 160 for a page that asks without
 * copying what is left of a rule, 85 read a number whose signs can be meant in two ways.
 */
const BUDGET = 3_685

it('decides what a page shows within its budget, and in need of nothing else', async () => {
  const { size, modules } = await bundle('./choose.ts')
  expect(size).toBeGreaterThan(500)
  expect(size, `Targeting has ${size} bytes`).toBeLessThanOrEqual(TARGETING_BUDGET)
  expect(modules.filter((id) => !id.includes('/src/education/'))).toEqual([])
})

it('decides everything within its budget, without the schemas', async () => {
  const { size, modules } = await bundle('./index.ts')
  expect(size, `sdk/education has ${size} bytes`).toBeLessThanOrEqual(BUDGET)
  expect(modules.filter((id) => !id.includes('/src/education/'))).toEqual([])
})

async function bundle(name: string) {
  const entry = fileURLToPath(new URL(name, import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  })
  const parts = [built].flat().flatMap((one) => ('output' in one ? [...one.output] : []))
  const chunks = parts.flatMap((part) => (part.type === 'chunk' ? [part] : []))
  return {
    size: brotliCompressSync(chunks.map(({ code }) => code).join('')).length,
    modules: chunks.flatMap(({ modules }) => Object.keys(modules)).filter((id) => id[0] !== '\0'),
  }
}
