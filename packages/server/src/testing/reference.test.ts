import { errorCodes, errorTitles, routes } from '@waypost/sdk/contract'
import { signIdentity } from '@waypost/sdk/identity'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from '../http/openapi.js'
import { describedFields } from '../http/openapi-words.js'
import { curlOf } from '../http/reference/curl.js'
import { type OpenApi, operationsOf } from '../http/reference/open-api.js'
import { supportWorld } from './support-world.js'

const document: OpenApi = openApiDocument('http://waypost.test')
const operations = document.tags.flatMap(({ name }) => operationsOf(document, name))

async function reference() {
  const { fetch } = await supportWorld()
  const answer = await fetch('/docs/api')
  return { fetch, answer, page: await answer.text() }
}

describe('the HTTP API as a page', () => {
  it('tells of every route, every error code and every schema', async () => {
    const { page } = await reference()
    for (const [name, { method, path }] of Object.entries(routes)) {
      const drawn = page.slice(page.indexOf(` id="${name}"`)).replaceAll('<wbr>', '')
      expect(drawn, name).toMatch(/^ id/)
      expect(drawn.slice(0, 700)).toContain(`>${method}</code> <code>${path}</code>`)
    }
    for (const [code, title] of Object.entries(errorTitles)) {
      const isSent = errorCodes[code as keyof typeof errorCodes] > 0
      if (isSent) expect(page).toContain(`<td><code>${code}</code></td><td>${title}</td>`)
    }
    for (const name of Object.keys(document.components.schemas)) {
      expect(page).toContain(`id="schema-${name}"`)
    }
  })

  it('leads nowhere that is not there, and says no id twice', async () => {
    const { page, fetch } = await reference()
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const anchors = [...page.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor)
    expect(anchors.length).toBeGreaterThan(60)
    expect(anchors.filter((anchor) => !ids.includes(anchor))).toEqual([])
    const addresses = [...page.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, at]) => at ?? '')
    expect(addresses.length).toBeGreaterThan(3)
    for (const address of addresses) expect((await fetch(address)).status, address).toBe(200)
    expect(await (await fetch('/')).text()).toContain('href="/docs/api"')
  })

  it('runs our script alone, and is sent once', async () => {
    const { answer, fetch } = await reference()
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    const headers = { 'If-None-Match': answer.headers.get('etag') ?? '' }
    expect((await fetch('/docs/api', { headers })).status).toBe(304)
  })

  it('puts the path of the public address before every address', async () => {
    const config = { publicUrl: 'https://www.tidemark.test/support' }
    const { world } = await supportWorld({ config })
    const get = (path: string) => world.app.fetch(new Request(`http://inside${path}`))
    expect((await get('/docs')).headers.get('location')).toBe('/support/docs/api')
    const page = await (await get('/docs/api')).text()
    const addresses = [...page.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, at]) => at)
    expect(addresses.filter((at) => !at?.startsWith('/support/'))).toEqual([])
    expect(page).toContain('curl &#39;https://www.tidemark.test/support/v1/settings&#39;')
  })

  it('describes no field that is gone', () => {
    const text = JSON.stringify(document)
    for (const field of describedFields) expect(text).toContain(`"${field.split('.').at(-1)}"`)
  })

  it.each(operations)('has a call of $operationId that the server takes', async (operation) => {
    const secret = 'an identity secret of thirty-two characters or more'
    const issuer = 'https://www.tidemark.test'
    const identity = { issuer, keys: [{ alg: 'HS256' as const, secret }] }
    const world = await supportWorld({
      config: { sites: [{ identity }] },
      articles: [{ id: 'when-payouts-arrive', locale: 'en', title: 'Payouts', body: 'Soon.' }],
    })
    const clock = { now: () => new Date('2026-11-21T09:00:00Z') }
    const getToken = () => signIdentity({ sub: '1' }, { secret, issuer, siteKey: 'default', clock })
    const agents = await world.world.agents.add({ email: 'admin@tidemark.test', role: 'admin' })
    const tokens = {
      $SESSION: (await world.client({ getToken }).session.start()).token,
      $AGENT: agents.token,
    }
    const { url, ...init } = requestOf(curlOf(document, operation), tokens)
    const answer = await world.fetch(url.replace('http://waypost.test', ''), init)
    // Nobody has opened the ticket that the calls name, and their identity token ends in dots.
    // Whom a host has named is corrected there.
    const refusals: Record<string, number[]> = {
      createSession: [401],
      updateCurrentCustomer: [403],
    }
    const expected = refusals[operation.operationId] ?? [200, 201, 204, 404]
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream')
    // A stream goes on until somebody leaves it.
    if (isStream) await answer.body?.cancel()
    expect(expected, isStream ? '' : await answer.text()).toContain(answer.status)
  })
})

/** What a shell and curl would make of a call. */
function requestOf(call: string, variables: Record<string, string>) {
  const words = [...call.matchAll(/'([^']*)'|"([^"]*)"|([^\s'"\\]+)/g)].map(
    ([, single, double = '', bare]) =>
      single ?? bare ?? double.replace(/\$\w+/, (name) => variables[name] ?? name),
  )
  const after = (flag: string) => words.filter((_, at) => words[at - 1] === flag)
  const [field] = after('-F')
  const body = after('-d')[0] ?? (field === undefined ? undefined : formOf(field))
  return {
    url: words.find((word) => word.startsWith('http')) ?? '',
    method: after('-X')[0] ?? (body === undefined ? 'GET' : 'POST'),
    headers: after('-H').map((line) => line.split(': ') as [string, string]),
    ...(body !== undefined && { body }),
  }
}

/** `file=@screenshot.png`: a form with that file, in which something stands. */
function formOf(said: string): FormData {
  const [name = '', file = ''] = said.split('=@')
  const form = new FormData()
  form.set(name, new File(['something'], file))
  return form
}
