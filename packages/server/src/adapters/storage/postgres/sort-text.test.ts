import { describe, expect, it } from 'vitest'
import { toSortText } from './sort-text.js'

/** What `collate "C"` goes by. */
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
const byUnits = (a: string, b: string) => (a < b ? -1 : Number(a > b))

const units = ['\0', '\u0001', '\u0002', ' ', 'A', 'a', 'ä', '\u07ff', '\ud7fe', '\ud7ff']
const high = ['\ud800', '\udbff', '\udc00', '\udfff', '\ue000', '\uffff', '\u{1f511}']
const texts = ['', ...units, ...high].flatMap((one) =>
  ['', ...units, ...high].map((other) => one + other),
)

describe('a text as the database sorts it', () => {
  it('stands where its UTF-16 units put it', () => {
    const wanted = [...new Set(texts)].sort(byUnits).map(toSortText)
    expect(wanted.toSorted(byBytes)).toEqual(wanted)
    expect(new Set(wanted).size).toBe(new Set(texts).size)
  })

  it('is what a database takes: no U+0000, no half of a pair', () => {
    for (const text of texts.map(toSortText)) {
      expect(text.includes('\0')).toBe(false)
      expect(Buffer.from(text).toString()).toBe(text)
    }
  })

  it('is nearly always what it was', () => {
    for (const text of ['tic_0196f3', 'demo|open|agt_1', 'Återköp — パスワード']) {
      expect(toSortText(text)).toBe(text)
    }
  })

  it('stays short enough for an index, and tells long texts apart', () => {
    const long = '\u{1f511}'.repeat(5_000)
    const [one, other] = [toSortText(`${long}a`), toSortText(`${long}b`)]
    expect(Buffer.byteLength(one)).toBeLessThan(2704 / 3)
    expect(one).not.toBe(other)
    expect(toSortText(one)).not.toBe(one)
    expect(toSortText('x'.repeat(256))).toBe('x'.repeat(256))
  })
})
