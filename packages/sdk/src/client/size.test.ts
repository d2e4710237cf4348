/// <reference types="node" />
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { expect, it } from 'vitest'

/**
 * Bytes of the whole client, agent client included, minified, brotli. 30 tell what became of a search;
 * 500 take files along and tell how far they have come; 350 show work where the server asks strangers for
 * it; 250 put right who somebody is, end their sessions, put aside what machines write, and fetch orders;
 * 1,270 hear what happens, also out of sight; 260 learn, and say how far one is, and what is done; 5 name
 * a ticket alike before and after that work.
 */
const BUDGET = 6_000

it('stays within its budget, and free of the schemas', async () => {
  const { code, modules } = await bundle(fileURLToPath(new URL('./index.ts', import.meta.url)))
  const size = brotliCompressSync(code).length
  const advice =
    `The client is ${size} bytes, its budget ${BUDGET}. Make it smaller, or raise BUDGET in this` +
    ' file in the same commit and say there what the bytes buy.'
  expect(size, advice).toBeLessThanOrEqual(BUDGET)
  expect(modules.length, 'The bundle lists its modules no more').toBeGreaterThan(10)
  // What the bundler brings along begins with a zero byte.
  const strangers = modules.filter(
    (id) => !/^\0|\/src\/(client|contract\/(errors|routes))\b/.test(id),
  )
  expect(strangers, 'Import values from contract/errors.js and contract/routes.js alone').toEqual(
    [],
  )
})

async function bundle(input: string): Promise<{ code: string; modules: string[] }> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      // As a library, for then what comes later needs no helper of the bundler's.
      lib: { entry: input, formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  })
  const parts = [built].flat().flatMap((one) => ('output' in one ? [...one.output] : []))
  const chunks = parts.flatMap((part) => (part.type === 'chunk' ? [part] : []))
  return {
    code: chunks.map((chunk) => chunk.code).join(''),
    modules: chunks.flatMap((chunk) => Object.keys(chunk.modules)),
  }
}
