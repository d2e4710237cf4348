import { domainToASCII } from 'node:url'
import { expect, it } from 'vitest'
import { addressOf } from './address-of.js'

it('is one for every writing that mail systems take for the same', () => {
  for (const domain of [
    'gmail.com',
    'GMAIL.com',
    'ｇmail.com',
    'gmａil.com',
    'gmail.ⅽom',
    'gⓜail.com',
  ]) {
    expect(addressOf(`Ada@${domain}`)).toBe('ada@gmail.com')
  }
  expect(addressOf('asa@BÜCHER.example')).toBe('asa@bücher.example')
})

it('makes no mailbox of two', () => {
  expect(addressOf('\u212aim@example.com')).toBe('\u212aim@example.com')
  expect(addressOf('ｋim@example.com')).toBe('ｋim@example.com')
})

it('leaves no letter or number that stands in a domain for one of ASCII', () => {
  const left: string[] = []
  for (let code = 0x80; code < 0x1f_200; code += 1) {
    const letter = String.fromCodePoint(code)
    // Of the capital sharp s versions of Unicode say different things: ss, and ß.
    if (!/[\p{L}\p{N}]/u.test(letter) || letter === 'ẞ') continue
    const domain = domainToASCII(`gm${letter}il.com`)
    if (domain === '' || domain.includes('xn--')) continue
    if (addressOf(`a@gm${letter}il.com`) !== `a@${domain}`) left.push(code.toString(16))
  }
  expect(left).toEqual([])
})
