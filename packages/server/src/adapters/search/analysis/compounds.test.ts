import { describe, expect, it } from 'vitest'
import { compoundParts, knownEnds } from './compounds.js'

const links = ['', 's', 'e']
const known =
  (...words: string[]) =>
  (part: string) =>
    words.includes(part)

describe('compoundParts', () => {
  it('splits at words that are known, with or without a link', () => {
    expect(compoundParts('påminnelseavgift', links, known('påminnelse', 'avgift'))).toEqual([
      ...['påminnelse', 'avgift'],
    ])
    expect(compoundParts('lösenordsbyte', links, known('lösenord', 'byte'))).toEqual([
      ...['lösenord', 'byte'],
    ])
  })

  it('takes the longest head', () => {
    const isWord = known('kund', 'kundfaktura', 'fakturanummer', 'nummer')
    expect(compoundParts('kundfakturanummer', links, isWord)).toEqual(['kundfaktura', 'nummer'])
  })

  it('splits nothing when a part is unknown or short', () => {
    expect(compoundParts('påminnelseavgift', links, known('avgift'))).toEqual([])
    expect(compoundParts('bilbana', links, known('bil', 'bana'))).toEqual([])
    expect(compoundParts('avgift', links, () => true)).toEqual([])
  })
})

describe('knownEnds', () => {
  it('takes the longest known beginning, and the longest known end after it', () => {
    const isWord = known('betalning', 'återbetalning', 'policy')
    expect(knownEnds('återbetalningspolitik', isWord)).toEqual(['återbetalning'])
    expect(knownEnds('delåterbetalning', isWord)).toEqual(['återbetalning'])
    expect(knownEnds('betalningskortpolicy', isWord)).toEqual(['betalning', 'policy'])
  })

  it('takes no short part, and none that lacks but an ending', () => {
    expect(knownEnds('bankpolicy', known('bank'))).toEqual([])
    expect(knownEnds('betalningen', known('betalning'))).toEqual([])
    expect(knownEnds('obetalning', known('betalning'))).toEqual([])
  })
})
