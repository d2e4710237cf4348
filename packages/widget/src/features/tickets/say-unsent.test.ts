import { expect } from '@open-wc/testing'
import type { WholeCatalogue } from '../../foundation/catalogue.js'
import { addEnglish, createTranslator, english } from '../../foundation/i18n.js'
import { enUnsent } from '../../foundation/messages/en-unsent.js'
import { uk as ukWords } from '../../foundation/messages/uk.js'
import { type NotGone, sayUnsent } from './say-unsent.js'
import { network } from './view-visitor.test.kit.js'

addEnglish(enUnsent)

const say = (one: Partial<NotGone>) =>
  sayUnsent({ state: 'waiting', isLasting: true, ...one }, english)
const soon = (seconds: number) => ({ at: Date.now() + seconds * 1000 })

describe('what has not gone', () => {
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine')
  })

  it('says what it waits for, and that it goes by itself', () => {
    expect(say({ why: 'unavailable' })).to.equal(
      'We could not be reached. It goes by itself as soon as we can be.',
    )
    expect(say({ why: 'session_expired' })).to.contain('Sign in again, and it goes by itself.')
    expect(say({ why: 'internal_error' })).to.contain('The fault is ours.')
    network(false)
    expect(say({ why: 'internal_error' })).to.equal('It goes by itself when you’re back online.')
  })

  it('says when, if that is long', () => {
    const waits = [8, 40, 100].map((seconds) => say({ why: 'rate_limited', ...soon(seconds) }))
    expect(waits.map((words) => words.replace('Too much came at once. ', ''))).to.deep.equal([
      'It goes by itself in a moment.',
      'It goes by itself in 40 seconds.',
      'It goes by itself in 2 minutes.',
    ])
  })

  it('says how long in Ukrainian in the case that the language has it in', () => {
    const uk = createTranslator('uk', ukWords as WholeCatalogue)
    const waits = { why: 'rate_limited', ...soon(21 * 60 - 5) } as const
    const said = sayUnsent({ state: 'waiting', isLasting: true, ...waits }, uk)
    expect(said).to.match(/До наступної спроби: 21 хвилина\.$/)
  })

  it('says that a page must stay open where nothing outlives it', () => {
    expect(say({ why: 'unavailable', isLasting: false })).to.contain(
      'Keep this page open until then.',
    )
  })

  it('says who has to do something, where it does not go by itself', () => {
    const failed = (why: NotGone['why']) => say({ state: 'failed', why, isLasting: false })
    expect(failed('aborted')).to.equal('This page stopped it.')
    expect(failed('forbidden')).to.equal('We could not take this. Change it, then send it again.')
  })
})
