import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serving, until, waypost } from './command-line.js'
import { supportWorld } from './support-world.js'

const article = (title: string, body = 'Some words.') => `---\ntitle: ${title}\n---\n\n${body}\n`

describe('the command line', () => {
  let cwd: string
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'waypost-cli-'))
  })
  afterAll(() => rmSync(cwd, { recursive: true, force: true }))

  const folder = (name: string) => {
    const path = join(cwd, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  const write = (path: string, text: string) => {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, text)
  }

  it('starts somebody off with init, and serves what it wrote', async () => {
    const place = folder('Nordlys Studio')
    const said = await waypost(['init'], { cwd: place })
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(said.out).toContain('Site key: nordlys-studio')
    expect(statSync(join(place, 'identity.secret')).mode & 0o777).toBe(0o600)
    const again = await waypost(['init'], { cwd: place })
    expect(again.out).toContain('kept  waypost.config.json')

    const server = await serving([], { cwd: place })
    const found = await (await fetch(`${server.url}/v1/search?q=reach`)).json()
    expect(found).toMatchObject({ items: [{ articleId: 'how-to-reach-us' }] })
    const tag = `<script async crossorigin src="${server.url}/waypost.js" data-site="nordlys-studio"></script>`
    // It answers a moment before it says so.
    await until(async () => server.out().includes('Pages'))
    expect(server.out()).toContain(tag)
    expect(server.out()).toContain(`Help centre  ${server.url}/help`)
    expect(server.out()).toContain('Pages        any port of this machine, https://www.example.com')
    const home = await (await fetch(server.url)).text()
    expect(home).toContain('<h1>Nordlys Studio is being served</h1>')
    expect(home).toContain(
      tag.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    )
    expect(await server.stop()).toBe(0)
  })

  it('shows an edit within a second, and keeps the last good version of a broken file', async () => {
    const place = folder('edits')
    const file = join(place, 'content/en/articles/help/moving.md')
    write(file, article('Moving house'))
    const server = await serving(['--content', 'content', '--data', 'data'], { cwd: place })
    const title = async () => {
      const response = await fetch(`${server.url}/v1/articles/moving`)
      return response.ok ? ((await response.json()) as { title: string }).title : undefined
    }
    expect(await title()).toBe('Moving house')

    const before = Date.now()
    write(file, article('Moving abroad'))
    await until(async () => (await title()) === 'Moving abroad')
    expect(Date.now() - before).toBeLessThan(1_000)
    await until(async () => {
      const found = await fetch(`${server.url}/v1/search?q=abroad`)
      return ((await found.json()) as { items: unknown[] }).items.length === 1
    })

    write(file, '---\ntitle: [broken\n---\n')
    await until(async () => server.err().includes('moving.md'))
    expect(await title()).toBe('Moving abroad')
    rmSync(file)
    await until(async () => (await title()) === undefined)
    await server.stop()
  })

  it('scores search by an operator’s questions: of a folder, or of the server that runs', async () => {
    const place = folder('golden')
    write(
      join(place, 'content/en/articles/help/late.md'),
      article('Late fees', 'What is late costs.'),
    )
    write(join(place, 'content/en/articles/help/refund.md'), article('Refunds'))
    write(join(place, 'content/sv/articles/help/late.md'), article('Förseningsavgift'))
    const golden = join(place, 'golden.yaml')
    const questions = [
      '- { query: late fee, locale: en, expect: [late] }',
      '- { query: refund, locale: en, expect: refund }',
      '- { query: förseningsavgift, locale: sv, expect: [late] }',
      '- { query: Late fees, locale: en, expect: [refund] }',
    ]
    writeFileSync(golden, questions.join('\n'))
    const evaluate = (...flags: string[]) =>
      waypost(['search-eval', 'golden.yaml', '--content', 'content', '--data', 'data', ...flags], {
        cwd: place,
      })
    const alone = await evaluate('--min', '0.9')
    expect(alone).toMatchObject({
      code: 1,
      err: '[waypost] en: success@3 is 0.667, under 0.9\n',
      out: `     questions  success@1  success@3    MRR  nDCG@10
en           3      0.667      0.667  0.667    0.667
sv           1      1.000      1.000  1.000    1.000
all          4      0.750      0.750  0.750    0.750

golden.yaml:4  en "Late fees": refund not found; before it late
`,
    })
    // Nothing was kept: there was no data folder, and there is none.
    expect(readdirSync(place)).not.toContain('data')

    const server = await serving(['--content', 'content', '--data', 'data'], { cwd: place })
    rmSync(join(place, 'content'), { recursive: true })
    const asked = await evaluate('--json')
    expect(asked).toMatchObject({ code: 0, err: '' })
    expect(JSON.parse(asked.out)).toMatchObject({
      scores: { en: { questions: 3 }, all: { questions: 4 } },
      misses: [{ query: 'Late fees', line: 4, position: null, instead: ['late'] }],
    })
    await server.stop()
  })

  it('imports what can be imported and says why not for the rest', async () => {
    const place = folder('import')
    const lines = [
      JSON.stringify({ id: 't:a/b', locale: 'en', title: 'First', body: 'Text' }),
      'this is no JSON',
      JSON.stringify({ id: 'c', locale: 'not a tag', title: 'Second', body: 'Text' }),
      JSON.stringify({ id: 'd', locale: 'zh-Hant', title: '第三', body: '文字', collection: 'x' }),
      JSON.stringify({ id: 'e', locale: 'en', body: 'Text' }),
      JSON.stringify({ id: 'deep', locale: 'en', title: 'Deep', body: '>'.repeat(500) + 'x' }),
    ]
    writeFileSync(join(place, 'articles.jsonl'), lines.join('\n'))
    const said = await waypost(['import', 'articles.jsonl', '--data', 'data'], { cwd: place })
    expect(said.code).toBe(0)
    expect(said.out).toBe('2 imported, 0 unchanged, 4 refused\n')
    expect(said.err).toContain('line 2: this line is not JSON')
    expect(said.err).toContain('line 3: locale: is no language tag')
    expect(said.err).toContain('line 5: title: is missing')
    expect(said.err).toContain('line 6:')
    expect(said.err).toContain('Importing 100%')
    const again = await waypost(['import', 'articles.jsonl', '--data', 'data'], { cwd: place })
    expect(again.out).toBe('0 imported, 2 unchanged, 4 refused\n')

    const nothing = await waypost(['import', 'missing.jsonl', '--data', 'data'], { cwd: place })
    expect(nothing.code).toBe(1)
    expect(nothing.err).toContain('missing.jsonl cannot be read')
    writeFileSync(join(place, 'bad.jsonl'), 'nope\n')
    const bad = await waypost(['import', 'bad.jsonl', '--data', 'data'], { cwd: place })
    expect(bad.code).toBe(1)

    const exported = await waypost(['export', 'out', '--data', 'data'], { cwd: place })
    expect(exported).toMatchObject({ code: 0, err: '' })
    const round = await waypost(['import', 'out', '--data', 'data'], { cwd: place })
    expect(round.out).toBe('0 imported, 2 unchanged, 0 refused\n')
  })

  it('takes synonyms, pins and what teaches along from a folder, and writes them as one', async () => {
    const place = folder('synonyms')
    write(join(place, 'from/en/articles/refunds.md'), article('Refunds'))
    const said =
      'same:\n  - - refund\n    - money back\none-way:\n  klarna:\n    - refund\npins:\n  policy:\n    - refunds\n'
    write(join(place, 'from/en/synonyms.yaml'), said)
    const tip = 'title:\n  en: Due\n  sv: Dag\nanchor:\n  testId: due\nbody: Words.\n'
    write(join(place, 'from/tips/due.yaml'), tip)
    const imported = await waypost(['import', 'from', '--data', 'data'], { cwd: place })
    expect(imported).toMatchObject({ code: 0, out: '2 imported, 0 unchanged, 0 refused\n' })
    const server = await serving(['--data', 'data'], { cwd: place })
    for (const words of ['money back', 'klarna', 'policy']) {
      const found = await fetch(`${server.url}/v1/search?q=${words}`)
      expect(await found.json(), words).toMatchObject({ items: [{ articleId: 'refunds' }] })
    }
    const again = await waypost(['import', 'from', '--data', 'data'], { cwd: place })
    expect(again.out).toBe('0 imported, 2 unchanged, 0 refused\n')
    await server.stop()
    const { out } = await waypost(['export', 'out', '--data', 'data'], { cwd: place })
    expect(out).toContain('1 courses, checklists, tours and tips')
    expect(readFileSync(join(place, 'out/en/synonyms.yaml'), 'utf8')).toBe(said)
    expect(readFileSync(join(place, 'out/tips/due.yaml'), 'utf8')).toBe(tip)

    write(join(place, 'out/tips/due.yaml'), `${tip}priority: 2\n`)
    const other = await waypost(['export', 'out', '--data', 'other'], { cwd: place })
    expect(other).toMatchObject({ code: 0 })
    expect(other.out).toContain('2 files of an export before removed')
    expect(other.err).toContain('tips/due.yaml: warning: No export wrote this file as it is')
    expect(existsSync(join(place, 'out/en'))).toBe(false)
  })

  it('finds the pictures of an imported folder as the folder itself does, and names what cannot stand', async () => {
    const place = folder('pictures')
    const body =
      'See ![a](../images/a.png) and ![b](/en/images/a.png).\n\nNot [this](javascript:x) or ![c](../../../../c.png).'
    write(join(place, 'from/en/articles/help/refunds.md'), article('Refunds', body))
    write(join(place, 'content/en/articles/images/a.png'), 'a')
    write(join(place, 'content/en/images/a.png'), 'b')
    const lines = ['![d](d.png)', '![e](/en/images/a.png)']
    const items = lines.map((text, at) => ({ id: `${at}`, locale: 'en', title: 'A', body: text }))
    write(join(place, 'a.jsonl'), items.map((item) => JSON.stringify(item)).join('\n'))
    const options = ['--data', 'data', '--content', 'content']
    const said = await waypost(['import', 'from', ...options], { cwd: place })
    expect(said).toMatchObject({ code: 0, out: '1 imported, 0 unchanged, 0 refused\n' })
    const told = said.err.split('\n').filter((line) => line.includes('warning'))
    expect(told.map((line) => line.slice(0, line.indexOf(' cannot')))).toEqual([
      'en/articles/help/refunds.md:7: warning: The address "javascript:x"',
      'en/articles/help/refunds.md:7: warning: The address "../../../../c.png"',
    ])
    const more = await waypost(['import', 'a.jsonl', ...options], { cwd: place })
    expect(more.out).toBe('2 imported, 0 unchanged, 0 refused\n')
    expect(more.err).toContain('line 1: warning: The address "d.png" cannot stand here')
    expect(more.err).not.toContain('line 2')
    const again = await waypost(['import', 'from', ...options], { cwd: place })
    expect(again.out).toBe('0 imported, 1 unchanged, 0 refused\n')
    // Of another system, where it means something else.
    const foreign = [{ id: 'f', locale: 'en', title: 'F', body: 'x', file: 17 }]
    write(join(place, 'b.jsonl'), foreign.map((item) => JSON.stringify(item)).join('\n'))
    const others = await waypost(['import', 'b.jsonl', ...options], { cwd: place })
    expect(others.out).toBe('1 imported, 0 unchanged, 0 refused\n')

    const server = await serving(options, { cwd: place })
    const sources = async (id: string) => {
      const text = await (await fetch(`${server.url}/v1/articles/${id}`)).text()
      return [...text.matchAll(/"src":"([^"]*)"/g)].map(([, src]) => src)
    }
    const served = ['/content/en/articles/images/a.png', '/content/en/images/a.png']
    expect(await sources('refunds')).toEqual(served)
    expect(await sources('1')).toEqual([served[1]])
    for (const src of served) expect((await fetch(server.url + src)).status).toBe(200)
    await server.stop()
  })

  it('refuses an import of what the content folder owns, naming both places', async () => {
    const place = folder('clash')
    write(join(place, 'content/en/articles/help/moving.md'), article('Moving'))
    const line = JSON.stringify({ id: 'moving', locale: 'en', title: 'Mine', body: 'x' })
    writeFileSync(join(place, 'a.jsonl'), line)
    const said = await waypost(['import', 'a.jsonl', '--data', 'data', '--content', 'content'], {
      cwd: place,
    })
    expect(said.code).toBe(1)
    expect(said.err).toContain('line 1: this id stands in the content folder at')
    expect(said.err).toContain('moving.md')
  })

  it('talks to the server that holds the folder', async () => {
    const place = folder('running')
    const server = await serving(['--data', 'data'], { cwd: place })
    const added = await waypost(
      ['agent', 'add', 'kim@tidemark.test', '--role', 'agent', '--data', 'data'],
      { cwd: place },
    )
    expect(added.code).toBe(0)
    const token = added.out.trim().split('\n').at(-1) ?? ''
    const tickets = await fetch(`${server.url}/v1/agent/tickets`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    expect(tickets.status).toBe(200)
    const person = ['ada', '--issuer', 'https://host.example']
    const revoked = await waypost(['revoke', ...person, '--data', 'data'], { cwd: place })
    expect(revoked.out).toContain('Ended 0 sessions of ada, as https://host.example calls them.')

    writeFileSync(
      join(place, 'a.jsonl'),
      JSON.stringify({ id: 'late', locale: 'en', title: 'Latecomer', body: 'Hello' }),
    )
    const imported = await waypost(['import', 'a.jsonl', '--data', 'data'], { cwd: place })
    expect(imported.out).toBe('1 imported, 0 unchanged, 0 refused\n')
    await until(async () => (await fetch(`${server.url}/v1/articles/late`)).ok)

    const second = await waypost(['serve', '--data', 'data', '--port', '0'], { cwd: place })
    expect(second.code).toBe(1)
    expect(second.err.trim().split('\n')).toHaveLength(1)
    expect(second.err).toContain('data')

    expect((await fetch(`${server.url}/local/addAgent`, { method: 'POST' })).status).toBe(404)
    expect(readFileSync(join(place, 'data/lock.json'), 'utf8')).toContain(server.url)
    await server.stop()
  })

  it('keeps a ticket through kill -9 and a rotation of keys', async () => {
    const place = folder('kill')
    const start = () => serving(['--data', 'data'], { cwd: place })
    const first = await start()
    const response = await fetch(`${first.url}/v1/tickets`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ subject: 'Keep me', message: 'Please', email: 'a@example.com' }),
    })
    const created = (await response.json()) as { ticket: { id: string }; accessToken: string }
    await first.stop('SIGKILL')

    const second = await start()
    const read = (token: string) =>
      fetch(`${second.url}/v1/tickets/${created.ticket.id}`, {
        headers: { Authorization: `Bearer ${token}` },
      })
    expect((await read(created.accessToken)).status).toBe(200)
    const rotate = () => waypost(['keys', 'rotate', '--data', 'data'], { cwd: place })
    await rotate()
    expect((await read(created.accessToken)).status).toBe(200)
    await rotate()
    expect((await read(created.accessToken)).status).toBe(401)
    await second.stop()
  })

  it('says what is damaged in a folder, and mends it when told how', async () => {
    const place = folder('repair')
    const lines = ['one', 'two', 'three'].map((id) =>
      JSON.stringify({ id, locale: 'en', title: `Title ${id}`, body: 'Text' }),
    )
    writeFileSync(join(place, 'a.jsonl'), lines.join('\n'))
    const server = await serving(['--data', 'data'], { cwd: place })
    await waypost(['import', 'a.jsonl', '--data', 'data'], { cwd: place })
    await waypost(['agent', 'add', 'kim@tidemark.test', '--data', 'data'], { cwd: place })
    await server.stop('SIGKILL')
    const journal = readdirSync(join(place, 'data')).find((name) => name.startsWith('journal'))
    const file = join(place, 'data', journal ?? '')
    const bytes = readFileSync(file)
    bytes[bytes.indexOf('Title one')] = 0x58
    writeFileSync(file, bytes)

    const refused = await waypost(['serve', '--data', 'data', '--port', '0'], { cwd: place })
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('is damaged at byte')
    expect(refused.err.trim().split('\n')).toHaveLength(1)
    const shown = await waypost(['repair', '--data', 'data'], { cwd: place })
    expect(shown.code).toBe(1)
    expect(shown.out).toContain('--cut   goes back')
    const mended = await waypost(['repair', '--skip', '--data', 'data'], { cwd: place })
    expect(mended.out).toContain('The folder opens again.')
    const again = await serving(['--data', 'data'], { cwd: place })
    await again.stop()
    const fine = await waypost(['repair', '--data', 'data'], { cwd: place })
    expect(fine).toMatchObject({ code: 0 })
  })

  it.each([
    [['serve', '--port', 'abc'], '--port "abc" is not a port from 0 to 65535.'],
    [['serve', '--content', 'nowhere'], 'nowhere'],
    [['serve', '--unlimited', '--host', '0.0.0.0'], '--unlimited is for benchmarks'],
    [
      ['serve', '--public-url', 'example'],
      '--public-url "example" is not an http or https address.',
    ],
    [['serve', 'help'], '"help" is one word too many. Say: waypost serve'],
    [['check', 'here', 'there'], '"there" is one word too many'],
    [['serve', '--nonsense'], "Unknown option '--nonsense'"],
    [['agent', 'add', 'kim@example.com', '--role', 'boss'], '--role is one of'],
    [['agent', 'add', 'not-an-address'], 'email'],
    [['check', 'nowhere'], 'nowhere'],
    [['revoke'], 'Say: waypost revoke <subject>'],
    [['revoke', 'ada', '--site', 'nowhere'], 'There is no site nowhere.'],
    [['csp', 'https://app.example.com/cart'], 'Write it as https://app.example.com'],
    [['csp', 'app.example.com'], '"app.example.com" is no origin'],
    [['search-eval', 'none.yaml'], 'none.yaml cannot be read'],
    [['search-eval', 'none.yaml', '--min', '80'], '--min "80" is no share from 0 to 1.'],
    [['dance'], 'There is no command "dance".'],
    [['constructor'], 'There is no command "constructor".'],
    [['serve', '--data', '/dev/null'], '/dev/null is'],
  ])('says in one line what is wrong with %j', async (args, words) => {
    const place = folder('wrong')
    const said = await waypost(args, { cwd: place })
    expect(said.code).toBe(1)
    expect(said.err).toContain(words)
    expect(said.err.trim().split('\n')).toHaveLength(1)
    expect(said.err).not.toMatch(/\n\s+at /)
  })

  it('says every wrong value of a configuration file at once', async () => {
    const place = folder('config')
    const site = { key: 'Not A Key', kinds: [], theme: { accent: 'red; } body {' } }
    const other = { key: 'b', theme: { radius: '9px;', logo: 'javascript:x', font: 'a}' } }
    const config = { port: 99_999, colour: 'red', sites: [site, other] }
    writeFileSync(join(place, 'waypost.config.json'), JSON.stringify(config))
    const said = await waypost(['serve'], { cwd: place, env: { WAYPOST_TRUSTED_PROXIES: 'x' } })
    expect(said.code).toBe(1)
    expect(said.err).toContain('waypost.config.json: port is not a port')
    expect(said.err).toContain('colour is not a setting')
    expect(said.err).toContain('sites.0.key')
    expect(said.err).toContain('sites.0.kinds is not valid')
    expect(said.err).toContain('sites.0.theme.accent "red; } body {" is not valid')
    for (const look of ['radius "9px;"', 'logo "javascript:x"', 'font "a}"']) {
      expect(said.err).toContain(`sites.1.theme.${look} is not valid`)
    }
    expect(said.err).toContain('WAYPOST_TRUSTED_PROXIES "x" is not a number from 0 to 9.')
  })

  it('reads a configuration in TypeScript', async () => {
    const place = folder('config-ts')
    writeFileSync(
      join(place, 'waypost.config.ts'),
      "const name: string = 'Typed'\nexport default { data: 'd', sites: [{ key: 'typed', name }] }\n",
    )
    const server = await serving([], { cwd: place })
    const settings = await (await fetch(`${server.url}/v1/settings`)).json()
    expect(settings).toMatchObject({ site: { key: 'typed', name: 'Typed' } })
    await server.stop()
  })

  it('finds what a configuration elsewhere names from where that stands', async () => {
    const place = folder('elsewhere')
    const said = await waypost(['init', 'shop'], { cwd: place })
    expect(said.out).toContain('Next: npx waypost serve --config shop/waypost.config.json')
    const server = await serving(['--config', 'shop/waypost.config.json'], { cwd: place })
    expect((await fetch(`${server.url}/v1/articles/how-to-reach-us`)).status).toBe(200)
    await server.stop()
    expect(statSync(join(place, 'shop/data')).isDirectory()).toBe(true)
    const missing = await waypost(['serve', '--config', 'nowhere.json'], { cwd: place })
    expect(missing).toMatchObject({ code: 1 })
    expect(missing.err.trim().split('\n')).toHaveLength(1)
  })

  it.each([
    ['my-help', 'My', 'My help'],
    ['Tidemark Help', 'Tidemark', 'Tidemark help'],
    ['help', 'Help', 'Help'],
    ['_shop_', 'Shop', 'Shop help'],
  ])('names a site after its folder %s, without saying help twice', async (name, site, title) => {
    const place = folder(name)
    await waypost(['init'], { cwd: place })
    const config = JSON.parse(readFileSync(join(place, 'waypost.config.json'), 'utf8'))
    expect(config.sites[0].name).toBe(site)
    const { fetch } = await supportWorld({ config: { sites: [{ key: 'named', name: site }] } })
    expect(await (await fetch('/help/en')).text()).toContain(`<title>${title}</title>`)
  })

  it('leaves keys of the environment to whoever set them', async () => {
    const place = folder('env-keys')
    const keys = JSON.stringify({ ticketTokens: [{ id: 'env1', secret: 'A'.repeat(43) }] })
    const env = { WAYPOST_KEYS: keys }
    const server = await serving(['--data', 'data'], { cwd: place, env })
    const rotated = await waypost(['keys', 'rotate', '--data', 'data'], { cwd: place })
    expect(rotated.code).toBe(1)
    expect(rotated.err).toContain('WAYPOST_KEYS')
    await server.stop()
  })

  it('takes no harm from a reader that stops, as head does', async () => {
    const add = ['agent', 'add', 'kim@tidemark.test', '--data', 'data']
    const said = await waypost(add, { cwd: folder('pipe'), isHeard: false })
    expect(said).toEqual({ code: 0, out: '', err: '' })
  })

  it('says what a content folder holds, in the right number', async () => {
    const place = folder('counted')
    write(join(place, 'content/en/articles/moving.md'), article('Moving', '[Gone](article:gone)'))
    const said = await waypost(['check', 'content'], { cwd: place })
    expect(said.code).toBe(1)
    expect(said.out.trim().split('\n').at(-1)).toBe(
      '1 article in 0 collections: 0 errors, 1 warning',
    )
  })

  it('says which port is taken', async () => {
    const place = folder('port')
    const server = await serving(['--data', 'one'], { cwd: place })
    const { port } = new URL(server.url)
    write(join(place, 'content/en/articles/help/moving.md'), article('Moving'))
    const again = ['serve', '--data', 'two', '--content', 'content', '--port', port]
    const said = await waypost(again, { cwd: place })
    expect(said.code).toBe(1)
    expect(said.err).toContain(`Port ${port} is taken.`)
    await server.stop()
  })
})
