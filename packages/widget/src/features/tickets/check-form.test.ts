import { expect } from '@open-wc/testing'
import { checkForm, exampleEmail, faultsOf } from './check-form.js'
import { noWords, prefilled, toTicket } from './form-words.js'

const whole = { ...noWords, subject: 'Interest', message: 'Why?', email: 'maya@studio.se' }

describe('the form’s words', () => {
  it('are asked for, an address only of those whom we do not know', () => {
    expect(checkForm(noWords, true)).to.deep.equal({
      subject: 'required',
      message: 'required',
      email: 'required',
    })
    expect(checkForm({ ...whole, email: '' }, false)).to.deep.equal({})
    expect(checkForm(whole, true)).to.deep.equal({})
  })

  for (const [email, why] of [
    ['maya', 'no-at'],
    ['maya@', 'no-domain'],
    ['maya@.', 'no-domain'],
    ['maya@studio', 'invalid'],
    ['ma ya@studio.se', 'invalid'],
    ['@studio.se', 'invalid'],
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

  it('take what the server found, by path and code', () => {
    expect(
      faultsOf([
        { path: 'email', code: 'invalid_email' },
        { path: 'message', code: 'too_complex' },
        { path: 'fields.plan', code: 'required' },
      ]),
    ).to.deep.equal({ email: 'invalid', message: 'too-long' })
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
    const context = { locale: 'sv' }
    expect(toTicket(words, { asksContact: false, context })).to.deep.equal({
      subject: 'Interest',
      message: 'Why?',
      kind: 'problem',
      context,
    })
    expect(toTicket(words, { asksContact: true, context })).to.have.property('email')
  })
})
