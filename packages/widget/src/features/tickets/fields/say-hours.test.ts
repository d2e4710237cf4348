import { expect, fixtureSync, html } from '@open-wc/testing'
import type { Settings } from '@waypost/sdk/contract'
import type { WholeCatalogue } from '../../../foundation/catalogue.js'
import { createTranslator, english } from '../../../foundation/i18n.js'
import { learnFormMore } from '../../../foundation/learn-form-more.js'
import { da } from '../../../foundation/messages/da.js'
import { settings } from '../support-server.test.kit.js'
import { renderHours, sayReply } from './say-hours.js'

/** Where this browser is: what is said is said in its zone, whatever the team's. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
const day: [string, string][] = [['09:00', '17:00']]
const hours: Settings['hours'] = { timeZone, week: [day, day, day, day, day, [], []], holidays: [] }
const danish = createTranslator('da', da as WholeCatalogue)

function says(now: Date, locale = 'en-GB', more: Partial<Settings> = {}): string {
  const translator = locale === 'da' ? danish : english
  const panel = { settings: { ...settings, hours, ...more }, translator, locale }
  const said = fixtureSync(html`<div>${renderHours(panel, now)}</div>`)
  return said.textContent?.replace(/\s+/g, ' ').trim() ?? ''
}

describe('when the team is there', () => {
  before(async () => {
    await learnFormMore(english)
    await learnFormMore(danish)
  })

  // A Friday.
  const at = (time: string) => new Date(`2026-11-20T${time}`)

  it('is said with by when it replies', () => {
    expect(says(at('14:00'))).to.equal('Open until 17:00. We usually reply by 16:00.')
    expect(says(at('14:00'), 'da')).to.equal(
      'Åbent indtil kl. 17.00. Vi svarer som regel senest kl. 16.00.',
    )
  })

  it('is said of the next time, by the day as one calls it', () => {
    expect(says(at('18:00'))).to.equal(
      'We’re closed until Monday 09:00. We usually reply by Monday 11:00.',
    )
    const thursday = new Date('2026-11-19T18:00')
    expect(says(thursday)).to.contain('closed until tomorrow 09:00.')
    expect(says(thursday, 'da')).to.equal(
      'Vi har lukket indtil i morgen kl. 09.00. Vi svarer som regel senest i morgen kl. 11.00.',
    )
  })

  it('goes over from one day to the next where a reply takes longer', () => {
    expect(says(at('16:00'), 'en-GB', { replyHours: 4 })).to.equal(
      'Open until 17:00. We usually reply by Monday 12:00.',
    )
  })

  it('is said by its date where it is far away', () => {
    const holidays = ['23', '24', '25', '26', '27'].map((date) => `2026-11-${date}`)
    const away = { hours: { ...hours, holidays } as Settings['hours'] }
    expect(says(at('18:00'), 'en-GB', away)).to.contain('We’re closed until 30 November 09:00.')
  })

  it('promises no reply where the site does not', () => {
    expect(says(at('14:00'), 'en-GB', { replyHours: null })).to.equal('Open until 17:00.')
    const panel = { settings: { ...settings, hours: null }, translator: english, locale: 'en' }
    expect([renderHours(panel), sayReply(panel)]).to.deep.equal([undefined, ''])
  })
})
