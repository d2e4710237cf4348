import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allows, readPolicies } from '../app/policy-sources.js'
import { waypost } from './command-line.js'

const HELP = 'https://help.example.com'
const NONCE = "script-src 'nonce-{nonce}' 'strict-dynamic'"

let cwd: string
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'waypost-csp-'))
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

function place(name: string, config: object = {}): string {
  const path = join(cwd, name)
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'waypost.config.json'), JSON.stringify({ publicUrl: HELP, ...config }))
  return path
}

const policiesIn = (out: string) =>
  [...out.matchAll(/Content-Security-Policy: (.*)/g)].map(([, it]) => it)

describe('waypost csp', () => {
  it('lets films of lessons play, where there are any', async () => {
    const folder = place('films', { content: 'content' })
    const course = join(folder, 'content/en/courses/move')
    mkdirSync(course, { recursive: true })
    writeFileSync(join(course, '_course.yaml'), 'title: Move\n')
    const video = (...lines: string[]) => ['video:', ...lines].join('\n  ')
    const own = video('url: pack.mp4', 'transcript: Pack.')
    const elsewhere = video('url: https://films.example.com/go.mp4', 'transcript: Go.')
    writeFileSync(join(course, 'pack.mp4'), 'a film')
    writeFileSync(join(course, '1-pack.md'), `---\ntitle: Pack\n${own}\n---\nPack.\n`)
    const before = await waypost(['csp'], { cwd: folder })
    expect(policiesIn(before.out)[1]).toMatch(/; media-src https:[/][/]help.example.com$/)
    writeFileSync(join(course, '2-go.md'), `---\ntitle: Go\n${elsewhere}\n---\nGo.\n`)
    const said = await waypost(['csp'], { cwd: folder })
    expect(policiesIn(said.out)[1]).toContain(`media-src ${HELP} https://films.example.com`)
    expect(said.out).toContain('Lessons have films')
  })

  it('prints what the policy of a page must allow, pictures of articles and logos included', async () => {
    const sites = [
      {
        key: 'shop',
        origins: ['https://app.example.com'],
        theme: { logo: 'https://logos.example.com/shop.svg' },
      },
    ]
    const folder = place('pictures', { content: 'content', sites })
    const picture = '![A map](https://cdn.example.com/map.png)'
    const film = '[![Moving](https://films.example.com/still.jpg)](https://films.example.com/1.mp4)'
    const articles = join(folder, 'content/en/articles/help')
    mkdirSync(articles, { recursive: true })
    const article = `---\ntitle: Moving\n---\n\n> ${picture}\n\n${film}\n\n![Ours](map.png)\n`
    writeFileSync(join(articles, 'moving.md'), article)

    const args = ['csp', 'https://app.example.com', '--pictures', 'https://more.example.com']
    const said = await waypost(args, { cwd: folder })
    expect(said).toMatchObject({ code: 0, err: '' })
    const connect = `connect-src ${HELP}`
    const rest =
      `${connect}; img-src ${HELP} https://cdn.example.com https://films.example.com ` +
      'https://logos.example.com https://more.example.com'
    expect(policiesIn(said.out)).toEqual([
      `${NONCE}; ${rest}`,
      `script-src ${HELP}; ${rest}`,
      `script-src 'self'; ${rest}`,
      `script-src ${HELP}; ${connect}`,
    ])
    expect(said.out).toContain('Not needed: style-src')
  })

  it('knows a page of its own address, and a path that a proxy takes away', async () => {
    const folder = place('path', { publicUrl: 'https://www.example.com/support' })
    const own = await waypost(['csp', 'https://www.example.com'], { cwd: folder })
    expect(own.code).toBe(0)
    expect(own.out).toContain("script-src 'self'; connect-src 'self'; img-src 'self'")
    const any = await waypost(['csp'], { cwd: folder })
    expect(any.out).toContain('script-src https://www.example.com/support/; connect-src')
  })

  it('says where no policy would help', async () => {
    const folder = place('refused', { publicUrl: 'http://help.example.com' })
    const said = await waypost(['csp', 'https://app.example.com'], { cwd: folder })
    expect(said.code).toBe(1)
    expect(said.out).toContain('https://app.example.com stands in `origins` of no site')
    expect(said.out).toContain('A page on https calls nothing on http')
  })
})

describe('waypost csp --check', () => {
  const TAG = `<script async nonce="r4nd0m" src="${HELP}/waypost.js"></script>`
  let page: { html: string; headers: Record<string, string> }
  let url: string
  const server = createServer((_request, response) => {
    for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value)
    response.end(page.html)
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cart`
  })
  afterAll(() => server.close())

  /** What it says of a page: the lines that name a directive, and how it ends. */
  async function check(policy: string, html = TAG, headers: Record<string, string> = {}) {
    page = { html, headers: { 'Content-Security-Policy': policy, ...headers } }
    const sites = [{ key: 'shop', origins: ['loopback'] }]
    const folder = place('check', { sites })
    return waypost(['csp', '--check', url], { cwd: folder })
  }

  it('finds nothing missing in what csp itself prints', async () => {
    const folder = place('own', { sites: [{ key: 'shop', origins: ['loopback'] }] })
    const [byNonce = '', bySource = ''] = policiesIn(
      (await waypost(['csp', new URL(url).origin], { cwd: folder })).out,
    )
    for (const policy of [
      `default-src 'none'; ${byNonce.replace('{nonce}', 'r4nd0m')}`,
      `default-src 'none'; ${bySource}`,
      'default-src https:',
      "script-src 'self' *.example.com; object-src 'none'",
    ]) {
      const said = await check(policy)
      expect(said, `${policy}\n${said.out}`).toMatchObject({ code: 0, err: '' })
      expect(said.out).toContain('The widget works there.')
    }
  })

  it('says which directive lacks what', async () => {
    const said = await check("default-src 'self'; img-src 'self' data:; trusted-types dompurify")
    expect(said.code).toBe(1)
    expect(said.out).toContain(
      `script-src is 'self'\n  It lacks ${HELP}, or 'nonce-{nonce}' 'strict-dynamic' and the nonce`,
    )
    expect(said.out).toContain(`connect-src is 'self'\n  It lacks ${HELP}`)
    expect(said.out).toContain(`img-src is 'self' data:\n  It lacks ${HELP}`)
    expect(said.out).toContain('trusted-types is dompurify\n  It lacks lit-html')
  })

  it('sees a tag without the nonce, and addresses that strict-dynamic makes void', async () => {
    const policy = `script-src 'nonce-r4nd0m' 'strict-dynamic' ${HELP}`
    const bare = await check(policy, TAG.replace('r4nd0m', 'other'))
    expect(bare.code).toBe(1)
    expect(bare.out).toContain('It lacks the nonce on our script tag')
    expect((await check(policy)).code).toBe(0)
    const later = await check(policy, '<h1>Hydrated later</h1>')
    expect(later).toMatchObject({ code: 0 })
    expect(later.out).toContain('There is no script tag of ours')
  })

  it('asks for a nonce alone where all stands in one file, and for more where it does not', async () => {
    const policy = `script-src 'nonce-r4nd0m'; connect-src ${HELP}`
    expect((await check(policy)).out).toContain(`It lacks ${HELP}`)
    const single = '<script nonce="r4nd0m" src="/js/waypost.single.js"></script>'
    expect((await check(policy, single)).code).toBe(0)
    const own = await check(
      `script-src 'self'; connect-src ${HELP}`,
      single.replace(' nonce', ' x'),
    )
    expect(own.code).toBe(0)
  })

  it('reads a policy of the page itself, and every one of several', async () => {
    const meta = `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">${TAG}`
    expect((await check('', meta)).out).toContain("connect-src is 'self'")
    const two = await check(`connect-src *, connect-src 'none'`)
    expect(two.out).toContain(`connect-src is 'none'\n  It lacks ${HELP}`)
  })

  it('says what a policy that only reports will report, and does not count it', async () => {
    const said = await check('', TAG, {
      'Content-Security-Policy-Report-Only': "connect-src 'self'",
    })
    expect(said.code).toBe(0)
    expect(said.out).toContain('It sends no Content-Security-Policy.')
    expect(said.out).toContain(`The policy that only reports will report connect-src: ${HELP}`)
  })

  it('says what breaks in a sandbox that allows too little', async () => {
    const rest = 'allow-same-origin allow-forms'
    const still = await check(`sandbox ${rest}`)
    expect(still.code).toBe(1)
    expect(still.out).toContain(`sandbox is ${rest}\n  It lacks allow-scripts: without it nothing`)
    // Once, it was taken for fit: scripts run there, and have no storage and no origin to ask from.
    const bare = await check('sandbox allow-scripts')
    expect(bare.code).toBe(1)
    expect(bare.out).toContain('It lacks allow-same-origin: without it nothing can be kept')
    expect(bare.out).toContain('requests come from an origin that is null')
    expect(bare.out).toContain('It lacks allow-forms: without it nothing can be sent')
    expect((await check(`sandbox allow-scripts ${rest}`)).code).toBe(0)
    // Where browsers pass over it: in the page itself, and where a policy only reports.
    const meta = `<meta http-equiv="Content-Security-Policy" content="sandbox">${TAG}`
    const reported = { 'Content-Security-Policy-Report-Only': 'sandbox' }
    const passed = await check('', meta, reported)
    expect(passed.code).toBe(0)
    expect(passed.out).not.toContain('sandbox')
  })

  it('says in one line why a page cannot be checked', async () => {
    const folder = place('away')
    const failing = createServer((_request, response) => response.writeHead(503).end('Later'))
    await new Promise<void>((resolve) => failing.listen(0, '127.0.0.1', resolve))
    const { port } = failing.address() as AddressInfo
    const cart = `http://127.0.0.1:${port}/cart`
    for (const [address, words] of [
      ['app.example.com', '"app.example.com" is no address of a page'],
      ['http://127.0.0.1:9/', 'http://127.0.0.1:9/ could not be fetched'],
      [cart, `${cart} could not be fetched: it answers 503`],
    ] as const) {
      const said = await waypost(['csp', '--check', address], { cwd: folder })
      expect(said).toMatchObject({ code: 1, out: '' })
      expect(said.err).toContain(words)
      expect(said.err.trim().split('\n')).toHaveLength(1)
    }
    failing.close()
  })
})

describe('a source list', () => {
  it.each([
    ["'self'", 'https://app.example/a', true],
    ["'self'", 'https://app.example:8443/a', false],
    ['*', 'http://any.example/', true],
    ['*', 'data:text/plain,a', false],
    ['https:', 'https://any.example/', true],
    ['http:', 'https://any.example/', true],
    ['https:', 'http://any.example/', false],
    ['any.example', 'https://any.example/a', true],
    ['any.example', 'http://any.example/a', false],
    ['any.example', 'https://sub.any.example/', false],
    ['*.any.example', 'https://sub.any.example/', true],
    ['*.any.example', 'https://any.example/', false],
    ['https://any.example:*', 'https://any.example:99/', true],
    ['https://any.example:99', 'https://any.example/', false],
    ['http://any.example', 'https://any.example/', true],
    ['https://any.example/folder/', 'https://any.example/folder/a.js', true],
    ['https://any.example/folder', 'https://any.example/folder/a.js', false],
    ['https://any.example/a.js', 'https://any.example/a.js', true],
    ["'none'", 'https://any.example/', false],
    ["'unsafe-inline'", 'https://any.example/', false],
  ])('%s lets through %s: %s', (source, address, isLetIn) => {
    const [policy] = readPolicies(`connect-src ${source}; connect-src *`)
    expect(allows(policy?.get('connect-src') ?? [], address, 'https://app.example')).toBe(isLetIn)
  })
})
