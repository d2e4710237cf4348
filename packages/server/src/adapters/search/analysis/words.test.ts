import { describe, expect, it } from 'vitest'
import { fold } from './fold.js'
import { wordsOf } from './words.js'

const texts = (text: string) => Array.from(wordsOf(text), (word) => word.text)

describe('wordsOf', () => {
  it('takes runs of letters, digits and marks in lower case', () => {
    expect(texts('Pay #42 (in SEK)!')).toEqual(['pay', '42', 'in', 'sek'])
    expect(texts('Cafe\u0301 ｆｕｌｌ ﬁle')).toEqual(['café', 'full', 'file'])
    expect(texts('__proto__')).toEqual(['proto'])
  })

  it('writes every apostrophe alike', () => {
    expect(texts("don't don’t п’ять п'ять 'quoted'")).toEqual([
      ...["don't", "don't", "п'ять", "п'ять", 'quoted'],
    ])
  })

  it('gives words with a hyphen also as one, but no figures', () => {
    expect(texts('an e-mail of 2026-11-21 – yes')).toEqual([
      ...['an', 'e', 'mail', 'email', 'of', '2026', '11', '21', 'yes'],
    ])
  })

  it('gives pairs of characters where a script has no spaces', () => {
    expect(texts('重置密码 a 密')).toEqual(['重置', '置密', '密码', 'a', '密'])
    expect(texts('Wi-Fiを設定')).toEqual(['wi', 'fi', 'を設', '設定'])
    expect(texts('LINEで送るPDF')).toEqual(['line', 'で送', '送る', 'pdf'])
  })

  it('says where each word stands', () => {
    const text = '“Ｄon’t” send e-mails: 設定する 👍 ok'
    for (const { text: word, start, end } of wordsOf(text)) {
      const there = text.slice(start, end).normalize('NFKC').toLowerCase()
      expect(there.replace(/[-]/g, '').replace('’', "'")).toBe(word)
    }
  })
})

describe('fold', () => {
  it('leaves the letters that any keyboard has', () => {
    expect(fold('påminnelse')).toBe('paminnelse')
    expect(fold('smørrebrød')).toBe('smorrebrod')
    expect(fold('straße')).toBe('strasse')
    expect(fold('łączenie')).toBe('laczenie')
    expect(fold('ﬁancée'.normalize('NFKC'))).toBe('fiancee')
  })

  it('keeps the Cyrillic й and ї, which are no letters with marks', () => {
    expect(fold('їй')).toBe('їй')
    expect(fold('ґанок')).toBe('ганок')
    expect(fold('ещё')).toBe('еще')
  })

  it('keeps vowel signs, which are no diacritics', () => {
    expect(fold('हिन्दी')).toBe('हिन्दी')
  })
})
