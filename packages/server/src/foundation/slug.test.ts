import { expect, it } from 'vitest'
import { slugOf } from './slug.js'

it.each([
  ['Refunds & credit notes', 'refunds-credit-notes'],
  ['Fortsätt på Åland', 'fortsätt-på-åland'],
  ['Як змінити пароль?', 'як-змінити-пароль'],
  ['返金について', '返金について'],
  ['../../etc/passwd', 'etc-passwd'],
  ['?!', ''],
])('turns %j into %j', (text, slug) => {
  expect(slugOf(text)).toBe(slug)
})

it('stays short and splits no character', () => {
  expect([...slugOf('𝒳'.repeat(200))]).toHaveLength(80)
})
