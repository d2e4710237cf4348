import { describe, expect, it } from 'vitest'
import type { FormField } from './form.js'
import { askedFields, checkAnswers, type FieldAnswers } from './form-answers.js'

const field = (id: string, more: Partial<FormField> = {}): FormField => ({
  ...{ id, type: 'text', label: id, help: null, kinds: null, required: false },
  ...{ options: null, when: null, min: null, max: null },
  ...more,
})
const options = ['web', 'app'].map((value) => ({ value, label: value.toUpperCase() }))

const check = (one: Partial<FormField>, answer?: FieldAnswers[string]) =>
  checkAnswers([field('it', one)], 'problem', answer === undefined ? {} : { it: answer }).it

describe('what is asked', () => {
  const asks = (fields: FormField[], kind: 'problem' | 'order', answers: FieldAnswers = {}) =>
    askedFields(fields, kind, answers).map(({ id }) => id)

  it('depends on the kind of ticket', () => {
    const fields = [field('any'), field('number', { kinds: ['order'] })]
    expect(asks(fields, 'problem')).toEqual(['any'])
    expect(asks(fields, 'order')).toEqual(['any', 'number'])
  })

  it('depends on what was answered before, be it one value or several', () => {
    const fields = [
      field('where', { type: 'choices', options }),
      field('version', { when: { field: 'where', is: ['app'] } }),
    ]
    expect(asks(fields, 'problem')).toEqual(['where'])
    expect(asks(fields, 'problem', { where: ['web'] })).toEqual(['where'])
    expect(asks(fields, 'problem', { where: ['web', 'app'] })).toEqual(['where', 'version'])
    expect(asks(fields, 'problem', { where: 'app' })).toEqual(['where', 'version'])
  })

  it('ends where its reason is not asked itself', () => {
    const fields = [
      field('order', { kinds: ['order'], type: 'checkbox' }),
      field('parcel', { when: { field: 'order', is: [true] }, type: 'checkbox' }),
      field('damage', { when: { field: 'parcel', is: [true] } }),
    ]
    const yes = { order: true, parcel: true }
    expect(asks(fields, 'order', yes)).toEqual(['order', 'parcel', 'damage'])
    expect(asks(fields, 'order', { parcel: true })).toEqual(['order'])
    expect(asks(fields, 'problem', yes)).toEqual([])
  })

  it('takes a box that nobody has touched for one that is not ticked', () => {
    const fields = [
      field('known', { type: 'checkbox' }),
      field('since', { when: { field: 'known', is: [false] } }),
    ]
    expect(asks(fields, 'problem')).toEqual(['known', 'since'])
    expect(asks(fields, 'problem', { known: true })).toEqual(['known'])
  })
})

describe('an answer', () => {
  it('is right where nothing is wrong with it, in every type of field', () => {
    const right: [Partial<FormField>, FieldAnswers[string]][] = [
      [{ type: 'text' }, 'Lamp'],
      [{ type: 'paragraph' }, 'Two\nlines'],
      [{ type: 'choice', options }, 'web'],
      [{ type: 'choices', options }, ['web', 'app']],
      [{ type: 'date' }, '2028-02-29'],
      [{ type: 'number' }, -2.5],
      [{ type: 'checkbox', required: true }, true],
      [{ type: 'file' }, ['att_1']],
      [{ type: 'order' }, 'TM-1042'],
      [{ type: 'phone' }, '+46 (0)8-123 45 67'],
      [{ type: 'time-window', options }, 'app'],
      [{ type: 'time-window' }, 'After lunch'],
    ]
    for (const [one, answer] of right) expect(check(one, answer), one.type).toBeUndefined()
  })

  it.each<[FieldAnswers[string] | undefined]>([[undefined], [''], ['  '], [[]], [false]])(
    'that is %j is none: fine, unless the field must be answered',
    (answer) => {
      expect(check({}, answer)).toBeUndefined()
      expect(check({ required: true }, answer)).toBe('required')
    },
  )

  it.each<[Partial<FormField>, FieldAnswers[string], string]>([
    [{ type: 'text' }, 7, 'wrong_type'],
    [{ type: 'number' }, '7', 'wrong_type'],
    [{ type: 'number' }, Number.POSITIVE_INFINITY, 'wrong_type'],
    [{ type: 'checkbox' }, 'yes', 'wrong_type'],
    [{ type: 'choices', options }, 'web', 'wrong_type'],
    [{ type: 'choice', options }, ['web'], 'wrong_type'],
    [{ type: 'file' }, 'att_1', 'wrong_type'],
    [{ type: 'choice', options }, 'WEB', 'not_an_option'],
    [{ type: 'choices', options }, ['web', 'fax'], 'not_an_option'],
    [{ type: 'time-window', options }, 'midnight', 'not_an_option'],
    [{ type: 'date' }, '2026-02-30', 'invalid'],
    [{ type: 'date' }, '22/11/2026', 'invalid'],
    [{ type: 'phone' }, 'call me', 'invalid'],
    [{ type: 'phone' }, '12', 'invalid'],
    [{ type: 'text' }, 'x'.repeat(201), 'too_long'],
    [{ type: 'text', max: 3 }, 'four', 'too_long'],
    [{ type: 'text', min: 3 }, 'ab', 'too_short'],
    [{ type: 'text', min: 3 }, ' ab  ', 'too_short'],
    [{ type: 'paragraph' }, 'x'.repeat(2_001), 'too_long'],
    [{ type: 'choices', options, max: 1 }, ['web', 'app'], 'too_long'],
    [{ type: 'choices', options, min: 2 }, ['web'], 'too_short'],
    [{ type: 'number', min: 1 }, 0, 'too_small'],
    [{ type: 'number', max: 9 }, 9.5, 'too_large'],
    [{ type: 'date', min: '2026-11-22' }, '2026-11-21', 'too_small'],
    [{ type: 'date', max: '2026-11-22' }, '2026-11-23', 'too_large'],
  ])('to %j that is %j is %s', (one, answer, code) => {
    expect(check(one, answer)).toBe(code)
  })

  it('to what is not asked is nobody’s fault', () => {
    const fields = [
      field('where', { type: 'choice', options }),
      field('version', { required: true, when: { field: 'where', is: ['app'] } }),
      field('parcel', { required: true, kinds: ['order'] }),
    ]
    expect(checkAnswers(fields, 'problem', { where: 'web' })).toEqual({})
    expect(checkAnswers(fields, 'problem', { where: 'app' })).toEqual({ version: 'required' })
  })
})
