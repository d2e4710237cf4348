import { expect, it } from 'vitest'
import { numberIn } from './number-in.js'

it.each([
  ['12', 'en', 12],
  ['-12,5', 'en', -12.5],
  ['1,250', 'en', 1250],
  ['1.250', 'en', 1.25],
  ['1.250,50', 'en', 1250.5],
  ['1’250', 'en', 1250],
  ['0,125', 'en', 0.125],
  ['1 250,5', 'sv', 1250.5],
  ['1,250', 'sv', 1.25],
  ['1,250.50', 'sv', 1250.5],
  ['1.250', 'da', 1250],
])('reads %s on a page in %s as the number that it is there', (text, locale, number) => {
  expect(numberIn(text, locale)).toBe(number)
})

it.each([
  ['1.250', 'sv'],
  ['1,25,00', 'en'],
  ['many', 'en'],
  ['1e3', 'en'],
])('makes no number of %s on a page in %s', (text, locale) => {
  expect(numberIn(text, locale)).toBe(text)
})
