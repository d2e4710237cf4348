import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import type { Client } from '@waypost/sdk/client'
import { LitElement } from 'lit'
import { addEnglish, english } from '../../foundation/i18n.js'
import { enArticle } from '../../foundation/messages/en-article.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { lateFees } from '../../shell/panel.test.kit.js'
import { outboxOf } from '../tickets/outbox.test.kit.js'
import { browserKeep } from '../tickets/support-server.test.kit.js'
import { VoteController } from './vote-controller.js'

addEnglish(enArticle)

/** Nobody can be reached, as often as it says; then what follows a vote is there. */
let failures = 0
const sent: object[] = []
let whoIsHere = async () => {}
/** Of an answer, at the server. */
let arrival = Promise.resolve()

class Page extends LitElement {
  readonly vote = new VoteController(this, {
    panel: () => panel as unknown as PanelContext,
    fetchLater: async () => {
      if (failures-- > 0) return undefined
      const later = await import('./article-later.js')
      addEnglish(later.english)
      return later
    },
  })

  protected override render() {
    return html`${this.vote.render()} ${this.vote.renderFoot()}`
  }
}
customElements.define('vote-page', Page)

const client = {
  articles: {
    vote: async (_id: string, vote: object) => {
      await arrival
      sent.push(vote)
      return { id: 'vot_1' }
    },
  },
  session: {
    has: async () => {
      await whoIsHere()
      return false
    },
  },
}
const newOutbox = () => outboxOf(browserKeep(), client as unknown as Client, () => {})
const panel = { translator: english, keep: browserKeep(), outbox: newOutbox() }

async function reader() {
  const page = await fixture<Page>(html`<vote-page></vote-page>`)
  page.vote.begin(lateFees)
  await page.updateComplete
  const words = () => (page.renderRoot as ShadowRoot).textContent ?? ''
  return {
    page,
    sees: (text: string) => waitUntil(() => words().includes(text), `should see “${text}”`),
    async taps(text: string) {
      const buttons = [...page.renderRoot.querySelectorAll('button')]
      buttons.find((button) => button.textContent?.trim() === text)?.click()
      await page.updateComplete
    },
    waits: () => page.renderRoot.querySelectorAll('[aria-busy=true] .spin').length,
  }
}

describe('the question whether an article helped', () => {
  beforeEach(() => {
    failures = 0
    sent.length = 0
    whoIsHere = async () => {}
    arrival = Promise.resolve()
    panel.outbox = newOutbox()
  })

  it('says that an answer did not arrive where what follows cannot be had, and takes it again', async () => {
    failures = 1
    const { page, sees, taps } = await reader()
    await taps('No')
    await sees('Your answer didn’t arrive.')
    await sees('Did this help?')
    expect(page.vote.stage).to.equal('failed')
    expect(sent).to.deep.equal([])
    await taps('Try again')
    await sees('What was wrong?')
    await waitUntil(() => sent.length > 0)
    expect(sent).to.deep.equal([{ helpful: false }])
  })

  it('waits for an answer that takes long, whatever else has gone out before', async () => {
    const { page, sees, taps } = await reader()
    const box = await panel.outbox()
    let isAsked = false
    // Something else goes while nobody knows yet who answers.
    whoIsHere = async () => {
      isAsked = true
      box.told()
    }
    arrival = new Promise((done) => setTimeout(done, 1500))
    await taps('Yes')
    await waitUntil(() => isAsked, 'is about to stand in the outbox')
    await arrival
    await sees('Thank you.')
    await waitUntil(() => sent.length === 1)
    expect(page.vote.stage).to.equal('thanked')
  })

  it('shows which answer was given while what follows is on its way', async () => {
    const { sees, taps, waits } = await reader()
    await taps('Yes')
    expect(waits()).to.equal(1)
    await sees('Thank you.')
    expect(waits()).to.equal(0)
  })

  it('keeps an answer to the same article, and asks anew about another', async () => {
    const { page, sees, taps } = await reader()
    await taps('Yes')
    await sees('Thank you.')
    page.vote.begin({ ...lateFees })
    await sees('Thank you.')
    page.vote.begin({ ...lateFees, id: 'reminders' })
    await sees('Did this help?')
    expect(page.vote.stage).to.equal(undefined)
  })
})
