import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../app/load-config.js'
import { supportWorld } from './support-world.js'

const device = {
  id: 'device',
  type: 'choice',
  label: { en: 'Where does it happen?', sv: 'Var händer det?', da: 'Hvor sker det?' },
  kinds: ['problem'],
  required: true,
  options: [
    { value: 'app', label: { en: 'In the app', sv: 'I appen', da: 'I appen' } },
    { value: 'web', label: 'Web' },
  ],
} as const
const version = {
  id: 'version',
  type: 'text',
  label: { en: 'Version', sv: 'Version' },
  help: { en: 'It stands under About.', sv: 'Den står under Om.' },
  required: true,
  when: { field: 'device', is: ['app'] },
} as const
const plan = { id: 'plan', type: 'text', label: 'Plan', hidden: true } as const

const site = {
  key: 'tidemark',
  form: {
    fields: [device, version, plan],
    privacyUrl: { en: 'https://tidemark.test/privacy', sv: '/sv/privacy' },
  },
}
const formWorld = (more: object = {}) =>
  supportWorld({ config: { sites: [{ ...site, form: { ...site.form, ...more } }] } as never })

const ticket = { subject: 'It stops', message: 'Every day', email: 'ada@example.com' }

async function problemsOf(opening: Promise<unknown>) {
  const error: { code?: string; errors?: unknown } = await opening.then(
    () => ({}),
    (reason: object) => reason,
  )
  return { code: error.code, errors: error.errors }
}

describe('the form of a site', () => {
  it('is told in the language nearest to the reader, each text for itself', async () => {
    const { client } = await formWorld({ consent: { en: 'I agree', sv: 'Jag godkänner' } })
    const told = async (locale: string) => (await client().settings({ locale })).form
    const swedish = await told('sv-FI')
    expect(swedish.fields).toEqual([
      {
        ...{ id: 'device', type: 'choice', label: 'Var händer det?', help: null },
        ...{ kinds: ['problem'], required: true, when: null, min: null, max: null },
        options: [
          { value: 'app', label: 'I appen' },
          { value: 'web', label: 'Web' },
        ],
      },
      {
        ...{ id: 'version', type: 'text', label: 'Version', help: 'Den står under Om.' },
        ...{ kinds: null, required: true, options: null, min: null, max: null },
        when: { field: 'device', is: ['app'] },
      },
    ])
    expect(swedish).toMatchObject({
      consent: { text: 'Jag godkänner' },
      privacyUrl: 'http://waypost.test/sv/privacy',
    })
    const danish = await told('da')
    expect(danish.fields.map(({ label }) => label)).toEqual(['Hvor sker det?', 'Version'])
    expect(danish.consent).toEqual({ text: 'I agree' })
  })

  it('refuses a ticket whose answers it does not take, with everything that is wrong at once', async () => {
    const { client } = await formWorld()
    const open = (more: object) => client().tickets.create({ ...ticket, ...more })
    expect(await problemsOf(open({ kind: 'problem' }))).toEqual({
      code: 'invalid_input',
      errors: [{ path: 'fields.device', code: 'required' }],
    })
    const lacking = { ...ticket, email: undefined, kind: 'problem', fields: { device: 'app' } }
    const withoutSession = client().tickets.create(lacking as never, { session: false })
    expect(await problemsOf(withoutSession)).toEqual({
      code: 'invalid_input',
      errors: [
        { path: 'email', code: 'required' },
        { path: 'fields.version', code: 'required' },
      ],
    })
    const other = { kind: 'problem', fields: { device: 'fax' } }
    expect(await problemsOf(open(other))).toMatchObject({
      errors: [{ path: 'fields.device', code: 'not_an_option' }],
    })
  })

  it('keeps what it asks for and what the host adds, and nothing else', async () => {
    const world = await formWorld()
    const [client, agent] = [world.client(), await world.agent()]
    const fields = { device: 'web', version: '2.1', plan: 'solo', colour: 'teal' }
    const problem = await client.tickets.create({ ...ticket, kind: 'problem', fields })
    expect((await agent.sees(problem)).fields).toEqual({ device: 'web', plan: 'solo' })
    const question = await client.tickets.create({ ...ticket, fields })
    expect((await agent.sees(question)).fields).toEqual({ plan: 'solo' })
  })

  it('is shown to the team in words, in its own order, and what it asked once after that', async () => {
    const world = await formWorld()
    const [client, lead] = [world.client(), await world.agent('lead')]
    const fields = { plan: 'solo', version: '2.1', device: 'app' }
    const opened = await client.tickets.create({ ...ticket, kind: 'problem', fields })
    const answers = [
      {
        ...{ id: 'device', label: 'Where does it happen?', type: 'choice' },
        ...{ value: 'app', chosen: ['In the app'] },
      },
      { id: 'version', label: 'Version', type: 'text', value: '2.1', chosen: [] },
      { id: 'plan', label: 'Plan', type: 'text', value: 'solo', chosen: [] },
    ]
    expect((await lead.sees(opened)).answers).toEqual(answers)
    expect((await lead.client.tickets.list()).items[0]?.answers).toEqual(answers)
    expect((await lead.client.tickets.export()).items[0]?.ticket.answers).toEqual(answers)
    const plain = await supportWorld()
    const old = await plain.client().tickets.create({ ...ticket, fields: { colour: 'teal' } })
    expect((await (await plain.agent()).sees(old)).answers).toEqual([
      { id: 'colour', label: 'colour', type: null, value: 'teal', chosen: [] },
    ])
  })

  it('may be sent wrong as often as somebody mends it: only what is right is counted', async () => {
    const world = await supportWorld({
      config: { unlimited: false, sites: [{ ...site, proofOfWork: 'never' }] } as never,
    })
    const client = world.client()
    const wrong = { ...ticket, kind: 'problem' as const }
    for (let tries = 0; tries < 8; tries++) {
      expect(await problemsOf(client.tickets.create(wrong))).toMatchObject({
        code: 'invalid_input',
      })
    }
    const mended = { ...wrong, fields: { device: 'web' } }
    expect(await client.tickets.create(mended)).toMatchObject({ ticket: { kind: 'problem' } })
  })

  it('keeps every field where the site declares none', async () => {
    const world = await supportWorld()
    const [client, agent] = [world.client(), await world.agent()]
    const opened = await client.tickets.create({ ...ticket, fields: { seats: 2, colour: 'teal' } })
    expect(await agent.sees(opened)).toMatchObject({
      ...{ fields: { seats: 2, colour: 'teal' }, consentedAt: null },
    })
  })

  it('counts only files that are sent along as answers of a file field', async () => {
    const receipt = { id: 'receipt', type: 'file', label: 'Receipt' } as const
    const { client } = await formWorld({ fields: [receipt] })
    const foreign = { ...ticket, fields: { receipt: ['att_00000000000000000000000000'] } }
    expect(await problemsOf(client().tickets.create(foreign))).toEqual({
      code: 'invalid_input',
      errors: [{ path: 'fields.receipt', code: 'not_an_option' }],
    })
  })

  it('wants to be agreed to where the site says so, and keeps when that was', async () => {
    const world = await formWorld({ fields: [], consent: 'Keep my answers for a year' })
    const [client, agent] = [world.client(), await world.agent()]
    for (const consent of [undefined, false]) {
      expect(await problemsOf(client.tickets.create({ ...ticket, consent }))).toEqual({
        code: 'invalid_input',
        errors: [{ path: 'consent', code: 'required' }],
      })
    }
    const opened = await client.tickets.create({ ...ticket, consent: true })
    expect(await agent.sees(opened)).toMatchObject({ consentedAt: '2026-11-21T09:00:00.000Z' })
  })

  it('finds a ticket again that was opened before the site asked for more', async () => {
    const { createMemoryStorage } = await import('../adapters/storage/memory/memory-storage.js')
    const storage = createMemoryStorage({ clock: { now: () => new Date() } })
    const options = { idempotencyKey: 'the-same-form-sent-again', session: false }
    const plain = await supportWorld({ storage, config: { sites: [{ key: 'tidemark' }] } })
    const first = await plain.client().tickets.create({ ...ticket, kind: 'problem' }, options)
    const asking = await supportWorld({ storage, config: { sites: [site] } as never })
    const again = await asking.client().tickets.create({ ...ticket, kind: 'problem' }, options)
    expect(again.ticket.id).toBe(first.ticket.id)
  })
})

describe('what goes along with a ticket', () => {
  it('holds no query, no fragment and no password of the page', async () => {
    const world = await supportWorld()
    const [client, agent] = [world.client(), await world.agent()]
    const urlKept = async (url: string) => {
      const opened = await client.tickets.create({ ...ticket, context: { url } })
      return (await agent.sees(opened)).context.url
    }
    expect(await urlKept('https://shop.test/orders/1?token=abc#top')).toBe(
      'https://shop.test/orders/1',
    )
    expect(await urlKept('https://ada:secret@shop.test/a@b')).toBe('https://shop.test/a@b')
    expect(await urlKept('/orders#?x')).toBe('/orders')
  })

  it('is what was searched, read and went wrong before, within its caps', async () => {
    const world = await supportWorld()
    const [client, agent] = [world.client(), await world.agent()]
    const context = {
      ...{ appVersion: '4.2', searches: ['late fee'], articles: ['late-fees'] },
      errors: ['TypeError: x is undefined'],
    }
    const opened = await client.tickets.create({ ...ticket, context })
    expect((await agent.sees(opened)).context).toEqual(context)
    const many = (count: number) => Array.from({ length: count }, (_, n) => `${n}`)
    for (const [name, count] of Object.entries({ searches: 6, articles: 11, errors: 6 })) {
      const over = { ...ticket, context: { [name]: many(count) } }
      expect(await problemsOf(client.tickets.create(over))).toMatchObject({
        errors: [{ path: `context.${name}`, code: 'too_long' }],
      })
    }
  })
})

describe('business hours', () => {
  it('are told as they are said, Monday first, each day in its order', async () => {
    const week = { mon: '09:00-17:00', wed: ['09:00-12:00', '13:00 – 24:00'] }
    const hours = { timeZone: 'Europe/Stockholm', week, holidays: ['2026-12-25', '2026-12-24'] }
    const { client } = await supportWorld({ config: { sites: [{ key: 'tidemark', hours }] } })
    expect((await client().settings()).hours).toEqual({
      timeZone: 'Europe/Stockholm',
      week: [
        ...[[['09:00', '17:00']], []],
        [
          ['09:00', '12:00'],
          ['13:00', '24:00'],
        ],
        ...[[], [], [], []],
      ],
      holidays: ['2026-12-24', '2026-12-25'],
    })
    const { client: without } = await supportWorld()
    expect((await without().settings()).hours).toBeNull()
  })

  it('are refused where no clock or calendar shows them', async () => {
    const week = { mon: '17:00-09:00', tue: ['09:00-12:00', '11:00-13:00'] }
    const hours = { timeZone: 'Europe/Stockholm', week, holidays: ['2026-02-30'] }
    expect(await complaintsAbout({ hours })).toEqual([
      'hours.week.mon ends before it begins: 17:00-09:00.',
      'hours.week.tue has 11:00-13:00 before the end of what it follows.',
      'hours.holidays names 2026-02-30, which is no day.',
    ])
    expect(await complaintsAbout({ hours: { timeZone: 'UTC', week: {} } })).toEqual([
      'hours.week has no day on which somebody is there.',
    ])
    const wrong = { timeZone: 'Mars/Olympus', week: { mon: '9-17', funday: '09:00-17:00' } }
    expect(await complaintsAbout({ hours: wrong })).toEqual([
      'hours.timeZone "Mars/Olympus" is not a time zone as Europe/Stockholm.',
      'hours.week.mon "9-17" is not a time of day as 09:00-17:00.',
      'hours.week.funday is not a setting. See waypost help.',
    ])
  })
})

describe('a form in the configuration', () => {
  it('is told all that is wrong with it at once, each at its place', async () => {
    const fields = [
      { id: 'size', type: 'choice', label: 'Size' },
      { id: 'size', type: 'text', label: 'Size', options: ['S'] },
      { id: 'why', type: 'text', label: 'Why', when: { field: 'colour', is: ['red'] } },
      { id: 'how', type: 'choice', label: 'How', options: ['a', 'a'], kinds: ['order'] },
      { id: 'then', type: 'text', label: 'Then', when: { field: 'how', is: ['b'] } },
      { id: 'many', type: 'number', label: 'Many', min: 9, max: '2026-01-01' },
      { id: 'few', type: 'number', label: 'Few', min: 9, max: 1 },
      { id: 'constructor', type: 'text', label: { sv: 'Byggare' } },
      { id: 'plan', type: 'text', label: 'Plan', hidden: true, required: true },
    ]
    const form = { fields, consent: { sv: 'Ja' } }
    expect(await complaintsAbout({ kinds: ['question'], form })).toEqual([
      'form.fields.0.options is missing: a field of type "choice" offers something to choose.',
      'form.fields.1.id "size" is the id of another field.',
      'form.fields.1.options means nothing to a field of type "text".',
      'form.fields.2.when.field names "colour", which is no field before it.',
      'form.fields.3.kinds names "order", which is not among the kinds of the site.',
      'form.fields.3.options holds "a" twice.',
      'form.fields.4.when.is holds "b", which "how" never is.',
      'form.fields.5.max of a field of type "number" is a number.',
      'form.fields.6.max is less than min.',
      'form.fields.7.id "constructor" is a name that JavaScript keeps for itself.',
      'form.fields.7.label lacks "en", the default language of the site.',
      'form.fields.8.required cannot be asked of a hidden field.',
      'form.consent lacks "en", the default language of the site.',
    ])
  })

  it('is told which words it does not know', async () => {
    const fields = [{ id: 'size', type: 'select', label: 'Size', colour: 'red' }]
    const said = (await complaintsAbout({ form: { fields, privacyUrl: 'privacy' } })).join('\n')
    expect(said).toContain('form.fields.0.type "select" is not valid ("text" | "paragraph"')
    expect(said).toContain('form.fields.0.colour is not a setting')
    expect(said).toContain('form.privacyUrl')
  })
})

async function complaintsAbout(said: object): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-form-'))
  const file = join(folder, 'waypost.config.json')
  writeFileSync(file, JSON.stringify({ sites: [{ key: 'shop', ...said }] }))
  const refused = await loadConfig({ flags: {}, env: {}, folder }).then(
    () => '',
    (error: Error) => error.message,
  )
  return refused.split('\n').map((line) => line.replace(`${file}: sites.0.`, ''))
}
