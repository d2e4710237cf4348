import { expect } from '@open-wc/testing'
import { createViewStack, pageOf } from './view-stack.js'

describe('the pages that a person has been on', () => {
  const form = pageOf({ view: 'form' })
  const ticket = pageOf({ view: 'ticket', ticketId: 'tic_1' })

  it('leave out one in whose place another has come', () => {
    const stack = createViewStack()
    stack.begin(pageOf({ view: 'home' }), form)
    stack.push(ticket, true)
    expect(stack.pages.map(({ target }) => target.view)).to.deep.equal(['home', 'ticket'])
  })

  it('keep the only one there was, so that a way back is left', () => {
    const stack = createViewStack()
    stack.begin(form)
    stack.push(ticket, true)
    expect(stack.pages.map(({ target }) => target.view)).to.deep.equal(['form', 'ticket'])
    stack.back()
    expect(stack.top).to.equal(form)
  })
})
