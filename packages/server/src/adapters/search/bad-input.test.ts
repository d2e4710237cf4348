import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { helpCentre } from './help-centre.test.kit.js'

/** Strings that have broken other programs, beside the checkout of whoever has them. */
const corpora = new URL('../../../../../../shared/security/corpora/dev/', import.meta.url)
/** Of the processor's time, in milliseconds; other work on the machine does not count. */
const MOST = 100

const centre = helpCentre('en')
for (let i = 0; i < 400; i++) {
  const words = Array.from({ length: 60 }, (_, w) => `harbour${(i * 31 + w * 17) % 3_000}`)
  centre.publish(`article-${i}`, { title: words.slice(0, 4).join(' '), text: words.join(' ') })
}
centre.search('harbour')

function cpuOf(text: string): number {
  const before = process.cpuUsage()
  centre.search(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

/** The best of three: the first may pay for what the machine had put away. */
const cost = (text: string) => Math.min(cpuOf(text), cpuOf(text), cpuOf(text))

describe('bad input', () => {
  it.each([
    ['10,000 letters', 'a'.repeat(10_000)],
    ['10,000 different words', 'harbor'.repeat(10).concat(' harbuor12x'.repeat(900))],
    ['1,400 unknown words', Array.from({ length: 1_400 }, (_, i) => `hrabuor${i}x`).join(' ')],
    ['only punctuation', '?!…—'.repeat(2_500)],
    ['brackets', `${'('.repeat(5_000)}${')'.repeat(5_000)}`],
    ['emoji', '👨‍👩‍👧‍👦'.repeat(900)],
    ['unpaired surrogates', '\ud800\udc00\ud800'.repeat(3_300)],
    ['marks alone', '\u0301'.repeat(10_000)],
    ['one letter with many marks', `a${'\u0301\u0323'.repeat(5_000)}`],
    ['right-to-left marks between letters', 'h\u200fa\u202er\u2066b\u061co'.repeat(1_100)],
    ['scripts by turns', 'haкеは密دア'.repeat(1_400)],
    ['letters with hyphens', 'a-'.repeat(5_000)],
    ['hyphens between words', 'harbour-'.repeat(1_250)],
    ['apostrophes between words', "l'".repeat(5_000)],
    ['no spaces', '密码重置'.repeat(2_500)],
    ['zero bytes', 'harbour\u0000'.repeat(1_250)],
  ])('answers %s soon', (_, text) => {
    expect(cost(text.slice(0, 10_000))).toBeLessThan(MOST)
  })

  it.skipIf(!existsSync(corpora))(
    'answers whatever broke other programs soon',
    () => {
      const slow: string[] = []
      for (const file of readdirSync(corpora)) {
        const strings: string[] = []
        JSON.parse(readFileSync(new URL(file, corpora), 'utf8'), (_, value) => {
          if (typeof value === 'string') strings.push(value)
          return value
        })
        for (const text of strings) {
          const asked = text.slice(0, 10_000)
          if (cpuOf(asked) >= MOST && cost(asked) >= MOST)
            slow.push(`${file}: ${asked.slice(0, 60)}`)
        }
      }
      expect(slow).toEqual([])
    },
    60_000,
  )
})
