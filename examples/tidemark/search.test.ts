import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@waypost/sdk/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTidemark } from './server/start-tidemark.js'

const data = mkdtempSync(join(tmpdir(), 'tidemark-search-'))
let server: Awaited<ReturnType<typeof startTidemark>>

beforeAll(async () => {
  server = await startTidemark({ data, port: '0' })
}, 60_000)
afterAll(async () => {
  await server?.close()
  rmSync(data, { recursive: true, force: true })
})

async function suggestedFor(locale: string, text: string): Promise<string[]> {
  const { suggestions } = createClient({ baseUrl: server.url, locale })
  return (await suggestions({ text })).items.map(({ articleId }) => articleId)
}

describe('what customers type finds the article', () => {
  it.each([
    ['half typed', 'sv', 'återkomm', 'recurring-invoices'],
    ['mistyped', 'en', 'recuring invioce', 'recurring-invoices'],
    ['mistyped', 'uk', 'повренення коштів', 'refund-a-payment'],
    ['in one word', 'sv', 'betalningspåminnelse', 'invoice-reminders'],
    ['in one word', 'da', 'betalingspåmindelse', 'invoice-reminders'],
    ['inflected', 'uk', 'імпорту клієнтів', 'import-customers'],
    ['in other words', 'uk', 'інвойсів щомісяця', 'recurring-invoices'],
    ['as a question that is pinned', 'sv', 'Återbetalningspolicy?', 'refund-a-payment'],
    ['as a question that is pinned', 'uk', 'політика повернення', 'refund-a-payment'],
    ['in another language', 'sv', 'reimbursement', 'refund-a-payment'],
  ])('%s, in %s: “%s”', async (_, locale, words, articleId) => {
    const { items } = await createClient({ baseUrl: server.url, locale }).search(words)
    expect(items[0]).toMatchObject({ articleId, locale })
  })

  it('but for what nobody wrote about', async () => {
    const { search } = createClient({ baseUrl: server.url, locale: 'nb' })
    expect((await search('solcellepanel')).items).toEqual([])
  })
})

describe('while somebody writes to us', () => {
  it.each([
    [
      'en',
      'Hi, a customer paid me twice for one invoice, so I would like to give one of the payments back. How do I do that? Thanks, Anna',
      'refund-a-payment',
    ],
    [
      'en',
      'I forgot my password and the reset link does not work, please help me get in again',
      'forgot-password',
    ],
    ['en', 'When will I get my money? The customer paid by card on Friday.', 'when-payouts-arrive'],
    [
      'sv',
      'Hej, vi är ett företag i Sverige som säljer till en kund i Tyskland. Ska vi lägga på moms eller inte?',
      'reverse-charge-in-the-eu',
    ],
    [
      'sv',
      'Min kund säger att fakturan aldrig kom fram till mejlen. Vad kan vara fel?',
      'email-not-arriving',
    ],
    [
      'da',
      'Hej, min kunde har ikke betalt sin faktura til tiden. Hvordan sender jeg en rykker?',
      'invoice-reminders',
    ],
    [
      'da',
      'Hej, min kunde har ikke betalt sin faktura til tiden. Hvor meget må jeg lægge på i renter?',
      'late-fees-and-interest',
    ],
    [
      'nb',
      'Hei, jeg har glemt passordet mitt og får ikke logget inn. Kan dere hjelpe?',
      'forgot-password',
    ],
    [
      'uk',
      'Добрий день! Клієнт сплатив рахунок картою ще в п’ятницю, а грошей досі немає. Коли вони надійдуть?',
      'when-payouts-arrive',
    ],
    [
      'uk',
      'Вітаю! Я виставив клієнту рахунок, але помилився в сумі. Чи можна виправити рахунок, чи потрібно робити кредит-ноту? Дякую, Олег',
      'credit-an-invoice',
    ],
  ])('the article that answers is offered: %s “%s”', async (locale, text, articleId) => {
    expect((await suggestedFor(locale, text))[0]).toBe(articleId)
  })

  it.each([
    [
      'en',
      'Hello, I love your product! Just wanted to say that your team is doing amazing work. Have a nice weekend.',
    ],
    ['en', 'Do you have a job opening for a frontend developer in Gothenburg? I attach my resume.'],
    ['en', 'Would you like to sponsor our running event in May? We expect 500 participants.'],
    ['sv', 'Hej, jag undrar om ni kan sponsra vår lokala fotbollsklubb nästa säsong?'],
    ['da', 'Kan I anbefale en god restaurant i Aarhus?'],
    ['nb', 'Hvordan baker jeg kanelboller?'],
    ['uk', 'Чи є у вас вакансії для дизайнерів у Києві?'],
  ])('nothing is offered where nothing answers: %s “%s”', async (locale, text) => {
    expect(await suggestedFor(locale, text)).toEqual([])
  })
})
