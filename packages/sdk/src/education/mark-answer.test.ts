import { describe, expect, it } from 'vitest'
import type { QuizAnswer } from '../contract/quiz.js'
import { type MarkedQuestion, markAnswer } from './mark-answer.js'

const options = [
  { id: 'a', right: true },
  { id: 'b', right: false },
  { id: 'c', right: true },
]
const one: MarkedQuestion = { kind: 'one', options: options.slice(0, 2) }
const several: MarkedQuestion = { kind: 'several', options }
const ordering: MarkedQuestion = { kind: 'ordering', options }
const text: MarkedQuestion = { kind: 'text', accept: ['Förfallodatum', 'due date'] }
const exact: MarkedQuestion = { kind: 'number', answer: 25, tolerance: 0 }
const many: MarkedQuestion = { kind: 'number', answer: 12_500, tolerance: 0 }
const part: MarkedQuestion = { kind: 'number', answer: 1.25, tolerance: 0 }
const near: MarkedQuestion = { kind: 'number', answer: 0.3, tolerance: 0.1 }

describe('an answer is right', () => {
  it.each<[string, MarkedQuestion, QuizAnswer]>([
    ['where it is the right one', one, 'a'],
    ['where all of several are named, in any order', several, ['c', 'a']],
    ['where one of several is named twice', several, ['a', 'c', 'a']],
    ['in its order', ordering, ['a', 'b', 'c']],
    ['as it was written', text, 'due date'],
    ['in any case, with space and signs around it', text, '  FÖRFALLODATUM. '],
    ['with other spaces in it', text, 'due \u00a0 date'],
    ['as the number itself', exact, 25],
    ['as a number that somebody has written', exact, '25,0'],
    ['with a comma between thousands', many, '12,500'],
    ['with a point between thousands, and a fraction', many, '12.500,00'],
    ['with a sign of its own between thousands', many, '12’500.0'],
    ['with spaces between thousands', many, '12 500'],
    ['where the same sign begins a fraction', part, '1,250'],
    ['with a point before a fraction', part, '1.25'],
    ['near enough, whatever binary fractions say', near, 0.4],
    ['near enough below', near, '0,2'],
  ])('%s', (_, question, given) => {
    expect(markAnswer(question, given).isRight).toBe(true)
  })
})

describe('an answer is wrong', () => {
  it.each<[string, MarkedQuestion, QuizAnswer]>([
    ['where it is another', one, 'b'],
    ['where there is no such option', one, 'z'],
    ['where one of several is missing', several, ['a']],
    ['where one is too many', several, ['a', 'b', 'c']],
    ['where it is a list for one', one, ['a']],
    ['out of order', ordering, ['a', 'c', 'b']],
    ['without its end', ordering, ['a', 'b']],
    ['with another letter', text, 'forfallodatum'],
    ['where nothing is said', text, ''],
    ['too far off', near, 0.41],
    ['where there is no number in it', exact, 'many'],
    ['where signs part what are no thousands', many, '1,25,00'],
    ['where nothing but a sign is written', { ...exact, answer: 0 }, ','],
    ['where nothing is written for a number', { ...exact, answer: 0 }, ' '],
    ['where a number is asked and a list comes', exact, ['25']],
  ])('%s', (_, question, given) => {
    expect(markAnswer(question, given).isRight).toBe(false)
  })
})

it('says what is right: an option, options in their order, words or a number', () => {
  expect(
    [one, several, ordering, text, near].map((question) => markAnswer(question, '').right),
  ).toEqual(['a', ['a', 'c'], ['a', 'b', 'c'], 'Förfallodatum', 0.3])
})
