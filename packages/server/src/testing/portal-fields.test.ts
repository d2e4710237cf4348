import { describe, expect, it } from 'vitest'
import { hidden, portalVisitor, typed } from './portal-visitor.test.kit.js'
import { supportWorld } from './support-world.js'

const CONTACT = '/help/en/contact'
const words = {
  kind: 'problem',
  subject: 'The app stops',
  message: 'It stops when I open an invoice.',
  email: 'maya@example.com',
}

const fields = [
  {
    id: 'device',
    type: 'choice',
    label: { en: 'Which device?', sv: 'Vilken enhet?' },
    help: { en: 'The one in your hand.', sv: 'Den du håller i.' },
    options: [
      { value: 'phone', label: { en: 'A phone', sv: 'En mobil' } },
      { value: 'other', label: { en: 'Something else', sv: 'Något annat' } },
    ],
    kinds: ['problem'],
    required: true,
  },
  {
    id: 'model',
    type: 'text',
    label: { en: 'Which model?', sv: 'Vilken modell?' },
    when: { field: 'device', is: ['phone'] },
    required: true,
  },
  { id: 'seats', type: 'number', label: 'Seats', min: 1, max: 500 },
  { id: 'since', type: 'date', label: 'Since', min: '2026-01-01' },
  { id: 'places', type: 'choices', label: 'Where?', options: ['Web', 'App "2"'], max: 1 },
  { id: 'voucher', type: 'text', label: 'Voucher' },
  { id: 'giver', type: 'text', label: 'Who gave it?', when: { field: 'voucher', is: ['GIFT'] } },
  { id: 'phone', type: 'phone', label: 'Phone', kinds: ['callback'], required: true },
  { id: 'urgent', type: 'checkbox', label: 'It is urgent' },
]
const form = {
  fields,
  consent: { en: 'I agree to be answered.', sv: 'Jag vill ha svar.' },
  privacyUrl: 'https://tidemark.test/privacy',
}
const answers = {
  'fields.device': 'phone',
  'fields.model': ' Fairphone 5 ',
  'fields.seats': '1 200,5',
  consent: 'yes',
}

async function atTheForm(of: object = {}) {
  const world = await supportWorld({
    config: { sites: [{ form: { ...form, ...of } as never }] },
    articles: ['en', 'sv'].map((locale) => ({ id: 'a', locale, title: 'Apps', body: 'Apps.' })),
  })
  const visitor = portalVisitor(world)
  const { page } = await visitor.reads(CONTACT)
  const kim = await world.agent()
  const sends = (more: Record<string, string>, path = CONTACT) =>
    visitor.sends(path, { ...words, key: hidden(page, 'key'), ...more })
  return { visitor, page, sends, tickets: async () => (await kim.client.tickets.list()).items }
}

/** What a person sees and hears of one field. */
const fieldOf = (page: string, id: string) =>
  new RegExp(
    `<(div|fieldset)[^>]*data-field="${id}"[^]*?</\\1>\n?(<input type="hidden"[^>]*>)?`,
  ).exec(page)?.[0] ?? ''

describe('the fields of a site in the help centre', () => {
  it('that ask for a number to call are the only ones that do', async () => {
    const asked = 'Which number, and when?'
    expect((await atTheForm()).page).not.toContain(asked)
    const others = fields.filter(({ type }) => type !== 'phone')
    expect((await atTheForm({ fields: others })).page).toContain(asked)
  })

  it('go out with the request, each as what it means', async () => {
    const { sends, tickets } = await atTheForm()
    const more = { ...answers, 'fields.seats': '12', 'fields.urgent': 'yes' }
    expect((await sends(more)).status).toBe(303)
    const [ticket] = await tickets()
    expect(ticket?.fields).toMatchObject({
      ...{ device: 'phone', model: 'Fairphone 5', seats: 12, urgent: true },
    })
  })

  it('say everything that is wrong at once, beside each field, and keep what was typed', async () => {
    const { sends, tickets } = await atTheForm()
    const { status, page } = await sends({
      ...{ email: 'maya@', 'fields.seats': '1 200,5', 'fields.since': '2025-02-30' },
      ...{ 'fields.places': 'Nowhere', 'fields.device': 'phone' },
    })
    expect(status).toBe(422)
    expect(page).toContain('<strong>6 things before we can send this</strong>')
    const fixes = [...page.matchAll(/<li><a href="#_([\w.]+)">([^<]*)</g)].map(([, at, fix]) => [
      at,
      fix,
    ])
    expect(fixes).toEqual([
      ['fields.model', 'Answer “Which model?”'],
      ['fields.seats', 'Look at “Seats” again'],
      ['fields.since', 'Look at “Since” again'],
      ['fields.places', 'Look at “Where?” again'],
      ['email', 'Write your email address in full'],
      ['consent', 'Say that you agree'],
    ])
    for (const [at] of fixes) expect(page).toContain(` id="_${at}"`)
    expect(fieldOf(page, 'seats')).toContain('The most is 500')
    expect(fieldOf(page, 'seats')).toContain(
      'aria-describedby="_fields.seats-why" aria-invalid="true"',
    )
    expect(fieldOf(page, 'since')).toContain('There is no such day. Like 2026-11-22')
    expect(typed(page, 'fields.since')).toBe('2025-02-30')
    expect(fieldOf(page, 'places')).toContain('Choose one of these')
    expect(typed(page, 'fields.seats')).toBe('1 200,5')
    expect(fieldOf(page, 'device')).toContain('value="phone" id="_fields.device" checked')
    expect(await tickets()).toEqual([])
  })

  it.each([
    [{ 'fields.seats': '0' }, 'seats', 'The least is 1'],
    [{ 'fields.seats': 'many' }, 'seats', 'This is not a number yet. Like 12'],
    [{ 'fields.since': '2025-12-31' }, 'since', 'Not before 1 January 2026'],
    [{ 'fields.voucher': 'x'.repeat(201) }, 'voucher', 'The most is 200 characters'],
    [{ kind: 'callback' }, 'phone', 'Write the number, with country code'],
    [{ kind: 'callback', 'fields.phone': 'soon' }, 'phone', 'Like +46 70 123 45 67'],
  ])('name what is wrong with %j', async (wrong, id, said) => {
    const { sends } = await atTheForm()
    const { status, page } = await sends({ ...answers, 'fields.seats': '', ...wrong })
    expect(status).toBe(422)
    expect(fieldOf(page, id)).toContain(said)
  })

  it('ask for no more than belongs, and keep nothing of what does not', async () => {
    const { sends, tickets, page } = await atTheForm()
    expect(fieldOf(page, 'model')).toContain('data-asked-if hidden')
    const sent = await sends({ ...answers, kind: 'feedback', 'fields.seats': '' })
    expect(sent.status).toBe(303)
    expect((await tickets())[0]?.fields).toEqual({})
  })

  it('ask once more for what hangs on typed words, and take no answer for one', async () => {
    const { sends, tickets } = await atTheForm()
    const gift = { ...answers, 'fields.seats': '', 'fields.voucher': 'GIFT' }
    const { status, page } = await sends(gift)
    expect(status).toBe(422)
    expect(fieldOf(page, 'giver')).toContain('This follows from your answers')
    expect(fieldOf(page, 'giver')).not.toContain(' hidden')
    const shown = hidden(page, 'asked')
    expect(shown).toBe('giver')
    expect((await sends({ ...gift, asked: shown })).status).toBe(303)
    expect((await tickets())[0]?.fields).toEqual({
      ...{ device: 'phone', model: 'Fairphone 5', voucher: 'GIFT' },
    })
  })

  it('hold one that no person sees: what fills it in is put aside, and learns nothing', async () => {
    const { page, sends, tickets } = await atTheForm()
    expect(page).toMatch(/class="trap">.*name="website" tabindex="-1" autocomplete="off"/)
    const more = { ...answers, 'fields.seats': '', website: 'https://buy.example.com' }
    expect((await sends(more)).status).toBe(303)
    expect(await tickets()).toEqual([])
  })

  it('come in the reader’s language, with what must be agreed to', async () => {
    const { sends, visitor } = await atTheForm()
    const { page } = await visitor.reads('/help/sv/contact')
    for (const text of [
      'Vilken enhet?',
      'Den du håller i.',
      'En mobil',
      'Jag vill ha svar.',
      'Seats',
    ]) {
      expect(page).toContain(text)
    }
    const wrong = await sends({}, '/help/sv/contact')
    expect(wrong.page).toContain('Svara på ”Vilken enhet?”')
    expect(wrong.page).toContain('Säg att du godkänner')
    expect(wrong.page).toContain('href="https://tidemark.test/privacy"')
  })

  it('take what an address brings along', async () => {
    const { visitor } = await atTheForm()
    const brought = '?kind=problem&fields.device=phone&fields.voucher=%22%3E&fields.nobody=1'
    const { page } = await visitor.reads(CONTACT + brought)
    expect(fieldOf(page, 'device')).toContain('value="phone" id="_fields.device" checked')
    expect(fieldOf(page, 'model')).not.toContain(' hidden')
    expect(typed(page, 'fields.voucher')).toBe('&quot;&gt;')
  })

  it('stand in the stylesheet of their site, whatever their values are called', async () => {
    const odd = '"]{}*/ ,é'
    const { page, visitor } = await atTheForm({
      fields: [
        { id: 'a', type: 'choice', label: 'A', options: [odd, 'b'] },
        { id: 'b.c', type: 'text', label: 'B', kinds: ['order'], when: { field: 'a', is: [odd] } },
      ],
    })
    const [, address = ''] = /href="([^"]*\.css)"/.exec(page) ?? []
    const css = (await visitor.reads(address)).page
    expect(css).toContain(
      '.form:has([name="kind"][value="order"]:checked)' +
        ':has(:is([name="fields.a"],[name="fields.a"] option)[value="' +
        '\\000022\\00005d\\00007b\\00007d\\00002a\\00002f\\000020\\00002c\\0000e9"]:checked)' +
        ' [data-field="b.c"]{display:',
    )
  })
})

describe('when the team is there', () => {
  // A Saturday, ten in the morning in Stockholm.
  const hours = { timeZone: 'Europe/Stockholm', week: { mon: '09:00-17:00', tue: '09:00-17:00' } }

  it('stands over the form and on the page of the request, in the zone of the team', async () => {
    const world = await supportWorld({ config: { sites: [{ hours, replyHours: 4 }] } as never })
    const visitor = portalVisitor(world)
    const { page } = await visitor.reads(CONTACT)
    const reply =
      'We usually reply by <time datetime="2026-11-23T12:00:00.000Z" data-clock="soon">Monday'
    expect(page).toContain(
      'We’re closed until <time datetime="2026-11-23T08:00:00.000Z" data-clock="soon">Monday',
    )
    expect(page).toMatch(/Monday[^<]*09:00 CET<\/time>/)
    expect(page).toContain(reply)
    const sent = await visitor.sends(CONTACT, { ...words, key: hidden(page, 'key') })
    expect((await visitor.reads(sent.to)).page).toContain(reply)
    world.passes(48 * 3_600_000)
    const open = await visitor.reads(CONTACT)
    expect(open.page).toMatch(/Open until <time[^>]*>17:00 CET</)
  })
})
