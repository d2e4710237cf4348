import { expect, it } from 'vitest'
import { nameOfLocale } from './name-of-locale.js'

it.each([
  ['sv', 'svenska'],
  ['en-GB', 'British English'],
  ['de-x-leicht', 'Deutsch'],
  ['en-u-nu-latn', 'English'],
  ['de-t-en', 'Deutsch'],
  ['xx-x-new', 'xx'],
])('%s is called %s', (tag, name) => {
  expect(nameOfLocale(tag)).toBe(name)
})
