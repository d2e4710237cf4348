import { expect, it } from 'vitest'
import { type Examined, examine } from './examine.js'

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function examined(said: string | Uint8Array, pieces = 7): Promise<Examined> {
  const seen = examine(inPieces(Buffer.from(said as string), pieces), 1_000_000)
  for await (const _ of seen.passing());
  return seen.result()
}

function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(33)
  head.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

it.each([
  ['a PDF', '%PDF-1.7 …', 'application/pdf'],
  ['an archive', 'PK\x03\x04…', 'application/zip'],
  ['words in any script', 'Привіт 🦌', 'text/plain'],
  ['a page of HTML, which is shown as words', '<!doctype html><script>1</script>', 'text/plain'],
  ['a drawing with a script in it', '<svg onload="alert(1)"/>', 'text/plain'],
  ['nothing at all', '', 'text/plain'],
  ['bytes', Buffer.from([0, 1, 2, 3]), 'application/octet-stream'],
  ['words in Latin 1', Buffer.from('Åsa', 'latin1'), 'application/octet-stream'],
  ['words that end in half a letter', Buffer.from('Å').subarray(0, 1), 'application/octet-stream'],
  ['words with control characters', 'a\u0001b', 'application/octet-stream'],
])('knows %s by what is in it', async (_, said, type) => {
  expect(await examined(said)).toMatchObject({ type, width: null, height: null })
})

it('knows the size of a picture, however its bytes come', async () => {
  for (const pieces of [1, 5, 33]) {
    const seen = await examined(png(640, 480), pieces)
    expect(seen).toEqual({ type: 'image/png', size: 33, width: 640, height: 480 })
  }
})

it('shows no picture that would fill the memory of a browser', async () => {
  expect(await examined(png(60_000, 60_000))).toMatchObject({ type: 'image/png', width: null })
  expect(await examined(png(8_000, 6_250))).toMatchObject({ width: 8_000 })
})

it('stops as soon as there are too many bytes', async () => {
  const seen = examine(inPieces(Buffer.alloc(100), 10), 35)
  let passed = 0
  const reading = (async () => {
    for await (const chunk of seen.passing()) passed += chunk.length
  })()
  await expect(reading).rejects.toMatchObject({ code: 'payload_too_large' })
  expect(passed).toBe(30)
})
