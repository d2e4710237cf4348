import { expect, it } from 'vitest'
import { subjectOf } from './subject-of.js'

const token = (claims: object) => {
  const bytes = new TextEncoder().encode(JSON.stringify(claims))
  const base64 = btoa(String.fromCharCode(...bytes))
  return `e30.${base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.c2ln`
}

it('is the same for the same person, whatever else the token says', () => {
  const one = subjectOf(token({ iss: 'host', sub: 'Zoë ÿ>>??', exp: 1 }))
  const other = subjectOf(token({ exp: 2, sub: 'Zoë ÿ>>??', iss: 'host', name: 'Zoë' }))
  expect(one).toBe(other)
})

it('differs by person and by who vouches', () => {
  const subjects = [
    { iss: 'host', sub: 'ada' },
    { iss: 'host', sub: 'bob' },
    { iss: 'other', sub: 'ada' },
  ].map((claims) => subjectOf(token(claims)))
  expect(new Set(subjects).size).toBe(3)
})

it.each(['', 'no token', 'a.b.c', `e30.${btoa('null')}.c2ln`])('takes %j as somebody', (text) => {
  expect(subjectOf(text)).not.toBe(subjectOf(token({ iss: 'host', sub: 'ada' })))
})
