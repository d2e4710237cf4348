/**
 * `pnpm screenshots`: every screen and state of the widget and of the help centre on Tidemark, at
 * desktop and phone size, light and dark, into `.waypost/screens`, and those that documents show into docs/images. Names of screens as arguments take those
 * alone; `portal` takes those of the help centre, `theme` the widget in three brands.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { startTidemark } from '../examples/tidemark/server/start-tidemark.js'
import { createAgentClient } from '../packages/sdk/dist/client/index.js'
import { findChromium } from './chromium.mjs'

const screensFolder = fileURLToPath(new URL('../.waypost/screens/', import.meta.url))
const images = fileURLToPath(new URL('../docs/images/', import.meta.url))
const wanted = process.argv.slice(2)
const data = mkdtempSync(join(tmpdir(), 'waypost-screens-'))
mkdirSync(screensFolder, { recursive: true })

const server = await startTidemark({ data, env: { WAYPOST_UNLIMITED: '1' }, port: '0' })
const { token } = await server.world.agents.add({
  email: 'kim@tidemark.test',
  name: 'Kim',
  role: 'agent',
})
const agent = createAgentClient({ baseUrl: server.url, token })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })

const questions = {
  en: {
    subject: 'Card payment taken twice',
    message: 'My card was charged twice for the November plan, 149 kr each time.',
    name: 'Maya Lind',
  },
  uk: {
    subject: 'З картки двічі списали оплату',
    message: 'За листопадовий тариф із картки двічі списали по 149 крон.',
    name: 'Марія Лінд',
  },
}
const answers = {
  en: 'Hi Maya, I can see both, and **the second is our mistake**.\n\nI have asked the bank to return it. See [how long a refund takes](article:refund-a-payment).',
  uk: 'Вітаю, Маріє! Бачу обидва списання, і **друге — наша помилка**.\n\nЯ вже попросив банк його повернути. Дивіться, [скільки триває повернення](article:refund-a-payment).',
}

/** Each brings the panel into one state. `locale` unless English. */
const screens = {
  home: (page) => open(page, { view: 'home' }),
  'home-sv': (page) => open(page, { view: 'home' }),
  search: (page) => open(page, { view: 'search', words: 'invoice reminder' }),
  'search-uk': (page) => open(page, { view: 'search', words: 'не приходить лист' }),
  'search-nothing': (page) => open(page, { view: 'search', words: 'xylophone' }),
  article: (page) => open(page, { view: 'article', articleId: 'invoice-reminders' }),
  'article-uk': (page) => open(page, { view: 'article', articleId: 'get-paid-by-card' }),
  'article-vote': async (page) => {
    await open(page, { view: 'article', articleId: 'forgot-password' })
    await page.getByRole('dialog').getByRole('button', { name: 'No', exact: true }).click()
  },
  form: (page) => open(page, { view: 'form' }),
  'form-suggestions': async (page) => {
    await open(page, { view: 'form' })
    await fill(page, 'How do I send an invoice without VAT to Norway?')
    await page.waitForTimeout(1_500)
  },
  'form-errors': async (page) => {
    await open(page, { view: 'form' })
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click()
  },
  'form-offline': async (page) => {
    await open(page, { view: 'form' })
    await fill(page, 'Where is my payout?')
    await page.context().setOffline(true)
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click()
    await page.waitForTimeout(800)
  },
  sent: async (page) => {
    await open(page, { view: 'form' })
    await fill(page, 'Where is my payout?')
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click()
    await page.waitForTimeout(800)
  },
  'requests-none': (page) => open(page, { view: 'requests' }),
  requests: async (page) => {
    await askedAndAnswered(page)
    await open(page, { view: 'requests' })
  },
  conversation: async (page) => {
    const ticketId = await askedAndAnswered(page)
    await open(page, { view: 'ticket', ticketId })
  },
  'conversation-sv': async (page) => {
    const ticketId = await askedAndAnswered(page)
    await open(page, { view: 'ticket', ticketId })
  },
  unreachable: async (page) => {
    await page.route('**/v1/**', (route) => route.abort())
    await open(page, { view: 'article', articleId: 'invoice-reminders' })
    await page.waitForTimeout(3_000)
  },
}

/** The help centre; what differs most by language is taken in Ukrainian, too. */
const pages = {
  'portal-home': async (page, locale) => {
    await askInPortal(page, locale)
    await page.goto(`${server.url}/help/${locale}`)
  },
  'portal-collection': (page, locale) =>
    page.goto(`${server.url}/help/${locale}/collections/payments`),
  'portal-article': (page, locale) =>
    page.goto(`${server.url}/help/${locale}/articles/invoice-reminders`),
  'portal-search': (page, locale) => page.goto(`${server.url}/help/${locale}/search?q=late+fee`),
  'portal-form-errors': async (page, locale) => {
    await page.goto(`${server.url}/help/${locale}/contact`)
    await page.locator('#_email').fill('maya@')
    await page.locator('main form button').click()
    await page.locator('.summary').waitFor()
  },
  'portal-sent': askInPortal,
  'portal-request': async (page, locale) => {
    await askInPortal(page, locale)
    const [, id] = /(tic_[0-9a-z]{26})/.exec(page.url()) ?? []
    await agent.tickets.reply(id, { message: answers[locale] })
    await page.locator('.after .btn.main').click()
    await page.locator('#_reply').waitFor()
  },
  'portal-requests': async (page, locale) => {
    await askInPortal(page, locale)
    await page.goto(`${server.url}/help/${locale}/requests`)
  },
}
for (const [name, draw] of Object.entries(pages)) screens[name] = (page) => draw(page, 'en')
for (const name of ['portal-home', 'portal-article', 'portal-request']) {
  screens[`${name}-uk`] = (page) => pages[name](page, 'uk')
}

for (const brand of ['Tidemark', 'Almanac', 'Sprout']) {
  screens[`theme-${brand.toLowerCase()}`] = (page) => dressed(page, brand)
  screens[`theme-${brand.toLowerCase()}-form`] = async (page) => {
    await dressed(page, brand)
    await open(page, { view: 'form' })
  }
}

const sizes = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } }
const isPortal = (name) => name.startsWith('portal-')
const groups = ['portal', 'theme']
const isWanted = (name) =>
  wanted.includes(name) ||
  groups.some((group) => wanted.includes(group) && name.startsWith(`${group}-`))
const names = Object.keys(screens).filter((name) => wanted.length === 0 || isWanted(name))
let done = 0
for (const name of names) {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ['light', 'dark']) {
      const file = [name, size === 'phone' && size, colorScheme === 'dark' && colorScheme]
      await shoot(name, `${file.filter(Boolean).join('-')}.png`, { viewport, colorScheme })
    }
  }
  done += 1
  console.log(`${done}/${names.length} ${name}`)
}
await browser.close()
await server.close()
rmSync(data, { recursive: true, force: true })

/** A picture that a document shows is there already, and is taken anew. */
function placeOf(file) {
  const shown = join(images, file)
  return existsSync(shown) ? shown : join(screensFolder, file)
}

async function shoot(name, file, { viewport, colorScheme }) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
  // A guest is asked for an address; whoever is signed in is not.
  const value = /^(form|sent)/.test(name) ? 'nobody' : 'ada'
  await context.addCookies([{ name: 'tidemark_person', value, url: server.url }])
  const page = await context.newPage()
  if (isPortal(name)) {
    await screens[name](page)
    await page.evaluate(() => document.activeElement?.blur())
    await page.screenshot({ path: placeOf(file) })
    return context.close()
  }
  await page.goto(`${server.url}/invoices`)
  await page.waitForFunction(() => 'support' in document.documentElement.dataset)
  const [, locale] = /-(sv|uk)$/.exec(name) ?? []
  await page.evaluate((tag) => window.waypost.setLocale(tag), locale ?? 'en')
  await screens[name](page)
  await page.waitForTimeout(700)
  await page.screenshot({ path: placeOf(file) })
  await context.close()
}

function open(page, target) {
  return page.evaluate((where) => window.waypost.open(where), target)
}

/** On the page of Tidemark that dresses the widget. */
async function dressed(page, brand) {
  await page.goto(`${server.url}/theme`)
  await page.waitForFunction(() => 'support' in document.documentElement.dataset)
  await page.getByRole('button', { name: new RegExp(`^${brand}`) }).click()
  await open(page, { view: 'home' })
}

async function fill(page, question) {
  const panel = page.getByRole('dialog')
  await panel.getByRole('textbox', { name: 'In one line' }).fill('Payout question')
  await panel.getByRole('textbox', { name: 'Your question' }).fill(question)
  await panel.getByRole('textbox', { name: 'Your email' }).fill('robin@example.com')
  await panel.getByRole('checkbox').check()
}

/** A question from the help centre's own form; ends where it has been sent. */
async function askInPortal(page, locale) {
  const { subject, message, name } = questions[locale]
  await page.goto(`${server.url}/help/${locale}/contact`)
  await page.locator('#_subject').fill(subject)
  await page.locator('#_message').fill(message)
  await page.locator('#_name').fill(name)
  await page.locator('#_email').fill('maya@example.com')
  await page.locator('#_consent').check()
  await page.locator('main form button').click()
  await page.locator('.arrived').waitFor()
}

/** A request of this visitor with an answer of the team's; its id. */
async function askedAndAnswered(page) {
  const id = await page.evaluate(async () => {
    const { ticket } = await window.waypost.client.tickets.create({
      subject: 'Payout to the wrong account',
      message: 'The last payout went to my old account. Can you move it?',
      name: 'Robin',
      email: 'robin@example.com',
      consent: true,
    })
    return ticket.id
  })
  await agent.tickets.reply(id, {
    message:
      'We have moved it. **It arrives on Tuesday.** See [when payouts arrive](article:when-payouts-arrive).',
  })
  return id
}
