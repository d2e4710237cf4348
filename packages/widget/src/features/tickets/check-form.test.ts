import { expect } from '@open-wc/testing'
import type { Unsent } from '@waypost/sdk/contract'
import { checkForm, exampleEmail } from './check-form.js'
import { noWords, prefilled } from './form-words.js'
import { refusalOf } from './refusal.js'
import { toTicket } from './to-ticket.js'

const whole = { ...noWords, subject: 'Interest', message: 'Why?', email: 'maya@studio.se' }

describe('the form’s words', () => {
  it('are asked for, an address only of those whom we do not know', () => {
    expect(checkForm(noWords, true)).to.deep.equal({
      subject: 'subject',
      message: 'message',
      email: 'email',
    })
    expect(checkForm({ ...whole, email: '' }, false)).to.deep.equal({})
    expect(checkForm(whole, true)).to.deep.equal({})
  })

  for (const [email, why] of [
    ['maya', 'no-at'],
    ['maya@', 'no-domain'],
    ['maya@.', 'no-domain'],
    ['maya@studio', 'not-email'],
    ['ma ya@studio.se', 'not-email'],
    ['@studio.se', 'not-email'],
    [' maya@studio.se ', undefined],
    ['майя@студія.укр', undefined],
  ] as const) {
    it(`say what is wrong with ${email}`, () => {
      expect(checkForm({ ...whole, email }, true).email).to.equal(why)
    })
  }

  it('are never cut, only said to be too long', () => {
    const long = { ...whole, subject: 'x'.repeat(201), message: 'x'.repeat(10_001) }
    expect(checkForm(long, true)).to.deep.equal({ subject: 'too-long', message: 'too-long' })
  })

  it('give an example like the address that was begun', () => {
    expect(exampleEmail('maya@')).to.equal('maya@example.com')
    expect(exampleEmail(' ')).to.equal('name@example.com')
  })

  const refused = (more: object) => refusalOf(more as Unsent)

  it('take what the server found, by path and code', () => {
    const errors = [
      { path: 'email', code: 'invalid_email' },
      { path: 'message', code: 'too_complex' },
      { path: 'subject', code: 'too_short' },
      { path: 'name', code: 'invalid_type' },
      { path: 'fields.plan', code: 'required' },
    ]
    const faults = {
      email: 'not-email',
      message: 'too-long',
      subject: 'subject',
      name: 'invalid',
    }
    expect(refused({ code: 'invalid_input', errors })).to.deep.equal({ faults })
  })

  it('that the server refused for a field that nobody sees are nobody’s fault', () => {
    const errors = [{ path: 'fields.plan', code: 'required' }]
    const trouble = { why: 'failed' }
    expect(refused({ code: 'invalid_input', errors })).to.deep.equal({ trouble })
  })

  it('of the host stand only where the person has written none', () => {
    const words = prefilled(
      { ...noWords, subject: 'Mine' },
      { subject: 'Theirs', message: 'Hello' },
    )
    expect(words).to.deep.include({ subject: 'Mine', message: 'Hello' })
  })

  it('of the host give way to others of the host, as long as nobody touched them', () => {
    const [first, second] = [{ subject: 'One', message: 'Hello' }, { subject: 'Two' }]
    const words = { ...prefilled(noWords, first), message: 'Hello, you' }
    expect(prefilled(words, second, first)).to.deep.include({
      subject: 'Two',
      message: 'Hello, you',
    })
  })

  it('go out trimmed, without an address that was not asked for', () => {
    const words = { ...whole, kind: 'problem' as const, subject: ' Interest ', name: ' ' }
    const keep = { get: () => null, set: () => {} }
    const panel = { context: () => ({ title: ' Invoices ' }), locale: 'sv', keep }
    expect(toTicket(words, false, panel)).to.deep.equal({
      subject: 'Interest',
      message: 'Why?',
      kind: 'problem',
      context: { title: 'Invoices', locale: 'sv', userAgent: navigator.userAgent },
    })
    expect(toTicket(words, true, panel)).to.have.property('email')
  })
})
