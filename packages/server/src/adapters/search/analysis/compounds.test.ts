import { describe, expect, it } from 'vitest'
import { compoundParts } from './compounds.js'

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
