import { describe, expect, it } from 'vitest'
import { helpCentre } from '../help-centre.test.kit.js'

const FILLER = 'The harbour is open on weekdays. Boats come and go all day long. '

function excerptFor(query: string, fields: { text: string; summary?: string }, locale = 'en') {
  const centre = helpCentre(locale)
  centre.publish('a', { title: 'Boats', ...fields })
  return centre.excerpt(query)
}

describe('excerpts', () => {
  it('shows the passage that holds most of the question, from the start of its sentence', () => {
    const text = `${FILLER.repeat(5)}Send the invoice again. Then wait. ${FILLER.repeat(5)}`
    const excerpt = excerptFor('sending invoices', { text })
    expect(excerpt).toMatch(/^….*\[Send\] the \[invoice\] again\. Then wait\. .*…$/)
    expect(excerpt?.length).toBeLessThanOrEqual(160 + 8)
  })

  it('prefers the passage with both words to an earlier one with one', () => {
    const text = `An invoice. ${FILLER.repeat(5)} An overdue invoice. ${FILLER.repeat(5)}`
    expect(excerptFor('overdue invoice', { text })).toContain('[overdue] [invoice]')
  })

  it('shows short texts whole, blocks in one line', () => {
    expect(excerptFor('anchor', { text: 'Drop the anchor.\n\nThen   rest.' })).toBe(
      'Drop the [anchor]. Then rest.',
    )
  })

  it('sets headings, list items and cells apart where no sentence ends', () => {
    const text = 'Drop the anchor\n\nChoose:\n\nA chain\nA rope, or both.\n\nName\tAnchor\nSize\t2'
    expect(excerptFor('anchor', { text })).toBe(
      'Drop the [anchor] · Choose: A chain · A rope, or both. Name · [Anchor] · Size · 2',
    )
    expect(excerptFor('anchor', { text: '\nThe anchor\n\n' })).toBe('The [anchor]')
    expect(excerptFor('anchor', { text: '“Drop the anchor.”\n\nThen rest.' })).toBe(
      '“Drop the [anchor].” Then rest.',
    )
    expect(excerptFor('重置密码', { text: '请重置密码。\n\n打开' }, 'zh')).toBe(
      '请[重置密码]。 打开',
    )
  })

  it('marks corrected, completed and compound words', () => {
    expect(excerptFor('anchro ', { text: 'Drop the anchor.' })).toBe('Drop the [anchor].')
    expect(excerptFor('anch', { text: 'Drop the anchor.' })).toBe('Drop the [anchor].')
    const text = 'Läs om påminnelseavgift. En avgift. En påminnelse.'
    expect(excerptFor('avgifter', { text }, 'sv')).toBe(
      'Läs om [påminnelseavgift]. En [avgift]. En påminnelse.',
    )
  })

  it('marks no small words, unless only they were asked for', () => {
    expect(excerptFor('the anchor', { text: 'Drop the anchor.' })).toBe('Drop the [anchor].')
    expect(excerptFor('the', { text: 'Drop the anchor.' })).toBe('Drop [the] anchor.')
  })

  it('marks words with hyphens whole when they were asked for as one', () => {
    expect(excerptFor('email', { text: 'Send an e-mail now.' })).toBe('Send an [e-mail] now.')
  })

  it('falls back to the summary, then to the beginning', () => {
    expect(excerptFor('boats', { text: 'Nothing here.', summary: 'All about boats' })).toBe(
      'All about [boats]',
    )
    const text = 'Nothing but words without end, '.repeat(20)
    expect(excerptFor('boats', { text })).toMatch(/^Nothing but words.*(words|without|end|but)…$/)
    expect(excerptFor('boats', { text: '' })).toBe('')
  })

  it('cuts whole words only', () => {
    const words = Array.from({ length: 200 }, (_, i) => `word${i}x`)
    words[100] = 'anchor'
    const shown = (excerptFor('anchor', { text: words.join(' ') }) ?? '').replace(/[…[\]]/g, '')
    for (const word of shown.split(' ')) expect(words).toContain(word)
    expect(shown).toContain('word99x anchor word101x')
  })

  it.each([
    ['flags', `${'🇸🇪🇩🇰🇳🇴'.repeat(60)}anchor${'🇺🇦🇬🇧'.repeat(60)}`],
    ['families', `${'👨‍👩‍👧‍👦'.repeat(40)}anchor${'👩🏽‍💻'.repeat(80)}`],
    ['syllables', `${'\u1100\u1161\u11a8'.repeat(150)} anchor ${'\u1112\u1161\u11ab'.repeat(150)}`],
    [
      'stacked vowels',
      `${'\u0915\u094d\u0937\u093f'.repeat(120)} anchor ${'\u0e01\u0e33'.repeat(200)}`,
    ],
    ['letters with marks', `${'e\u0301\u0323'.repeat(120)} anchor ${'o\u0308\u0301'.repeat(150)}`],
  ])('never cuts inside of %s', (_, text) => {
    const shown = (excerptFor('anchor', { text }) ?? '').replace(/[…[\]]/g, '')
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    const characters = (of: string) => Array.from(segmenter.segment(of), ({ segment }) => segment)
    const whole = new Set([...characters(text), ' '])
    expect(characters(shown).filter((character) => !whole.has(character))).toEqual([])
    expect(shown.length).toBeLessThanOrEqual(170)
  })

  it('marks what matched in a script without spaces', () => {
    const text = `${'港口每天开放。'.repeat(30)}请重置密码。${'港口每天开放。'.repeat(30)}`
    expect(excerptFor('重置密码', { text }, 'zh')).toMatch(/^….*请\[重置密码\]。.*…$/)
  })
})
