import { expect, it } from 'vitest'
import { localesByNearness } from './nearest-locale.js'

it.each([
  ['sv', ['da', 'en', 'nb', 'sv', 'uk'], ['sv', 'nb', 'da', 'en', 'uk']],
  ['da', ['en', 'nb', 'sv', 'da'], ['da', 'nb', 'sv', 'en']],
  ['nn', ['da', 'en', 'nb', 'nn'], ['nn', 'nb', 'da', 'en']],
  ['uk', ['da', 'en', 'uk'], ['uk', 'en', 'da']],
  ['pt-BR', ['en', 'es', 'pt', 'pt-PT'], ['pt', 'pt-PT', 'en', 'es']],
  ['fi', ['sv', 'da'], ['sv', 'da']],
  [undefined, ['da', 'en'], ['en', 'da']],
  ['sv', [], []],
])('reads on for %s, where there are %j, in %j', (wanted, available, order) => {
  expect(localesByNearness(wanted, available, 'en')).toEqual(order)
})
