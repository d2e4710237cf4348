/** What a customer does: searches, reads, asks, hears from the team, answers, and closes help. */
import { strict as assert } from 'node:assert'
import { createAgentClient } from '../../../packages/sdk/dist/client/index.js'

const QUESTION = 'What goes on the invoice when my customer is in Norway?'
const ANSWER = 'Write that the customer accounts for the tax.'
const THANKS = 'Thank you, that is all I needed.'

/** `keep` takes a picture under a step's name. Throws where something is not as it should be. */
export async function journey(page, server, keep) {
  const { token } = await server.world.agents.add({ email: 'kim@tidemark.test', role: 'agent' })
  const agent = createAgentClient({ baseUrl: server.url, token })

  await page.goto(`${server.url}/invoices`)
  await page.run(`window.refused = 0
    document.addEventListener('securitypolicyviolation', () => window.refused++)`)
  await page.click('button', 'Help')
  await page.byRole('heading', 'How can we help?')
  await keep('home')

  await page.type('searchbox', 'Search', 'remindr fees')
  await page.byRole('link', 'Remind a customer')
  await keep('search')
  await page.click('link', 'Remind a customer')
  await page.byRole('heading', 'Remind a customer')
  await keep('article')

  await page.run('return window.waypost.openForm()')
  await page.type('textbox', 'Your question', QUESTION)
  await page.click('checkbox', 'Tidemark may keep')
  await keep('form')
  await page.click('button', 'Send')
  await page.byRole('heading', 'We have your question')
  const [ticket] = (await agent.tickets.list()).items
  assert.equal(ticket?.subject, 'remindr fees', 'what was searched for stands in the form')

  await agent.tickets.reply(ticket.id, { message: ANSWER })
  await page.click('button', 'See your request')
  await page.reads(ANSWER)
  await page.type('textbox', 'Write a reply', THANKS)
  await page.press('Control+Enter')
  await page.reads(THANKS)
  await keep('conversation')
  const { items } = await agent.tickets.messages(ticket.id)
  assert.equal(items.length, 3)

  await page.press('Escape')
  await page.byRole('button', 'Help')
  assert.match(await page.focused(), /^button Help/)
  assert.equal(await page.run('return window.refused'), 0, 'the policy refused something')
}
