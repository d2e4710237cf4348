import { describe, expect, it } from 'vitest'
import { verifyWebhook } from './verify-webhook.js'
import { webhookSignature } from './webhook-signature.js'

const secret = 'a secret of both sides, long enough'
const at = 1_795_000_000
const clock = (seconds = at) => ({ now: () => new Date(seconds * 1000) })
const body = JSON.stringify({ type: 'orders.lookup', data: { orderId: null } })

async function call(more: Record<string, string> = {}) {
  const signature = await webhookSignature({ id: 'ord_1', timestamp: at, body }, secret)
  const headers = {
    'webhook-id': 'ord_1',
    'webhook-timestamp': `${at}`,
    'webhook-signature': signature,
    ...more,
  }
  return { headers, body }
}

describe('a signed call', () => {
  it('is signed as Standard Webhooks publishes it', async () => {
    // The example of the reference libraries, standard-webhooks/standard-webhooks.
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1_614_265_330,
      body: '{"test": 2432232314}',
    }
    expect(await webhookSignature(message, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
  })

  it('gives what it says, be its headers those of a Request or of Node', async () => {
    const { headers } = await call()
    const said = JSON.parse(body)
    expect(await verifyWebhook({ headers, body }, { secret, clock: clock() })).toEqual(said)
    const request = { headers: new Headers(headers), body }
    expect(await verifyWebhook(request, { secret, clock: clock() })).toEqual(said)
  })

  it('passes while one secret takes the place of another', async () => {
    const both = { secret: ['the next secret, long enough too', secret], clock: clock() }
    expect(await verifyWebhook(await call(), both)).toBeDefined()
    const signed = (await call()).headers['webhook-signature']
    const many = await call({ 'webhook-signature': `v1,AAAA v2,${signed.slice(3)} ${signed}` })
    expect(await verifyWebhook(many, { secret, clock: clock() })).toBeDefined()
  })

  it.each([
    ['no signature', { 'webhook-signature': '' }],
    ['another version', { 'webhook-signature': 'v1a,AAAA' }],
    ['another id', { 'webhook-id': 'ord_2' }],
    ['no id', { 'webhook-id': '' }],
    ['another time', { 'webhook-timestamp': `${at + 1}` }],
    ['no time', { 'webhook-timestamp': '' }],
    ['a time that is no number', { 'webhook-timestamp': 'now' }],
  ])('is refused with %s', async (_, wrong) => {
    const verifying = verifyWebhook(await call(wrong), { secret, clock: clock() })
    await expect(verifying).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('is refused where its body is another, its secret is, or its signature is cut', async () => {
    const { headers } = await call()
    const open = (more: object, by = secret) =>
      verifyWebhook({ headers, body, ...more }, { secret: by, clock: clock() })
    await expect(open({ body: `${body} ` })).rejects.toThrow('does not fit')
    await expect(open({}, `${secret}!`)).rejects.toThrow('does not fit')
    const cut = headers['webhook-signature'].slice(0, -2)
    await expect(open({ headers: { ...headers, 'webhook-signature': cut } })).rejects.toThrow()
  })

  it('is refused five minutes later, and five minutes early', async () => {
    const verify = async (seconds: number) =>
      verifyWebhook(await call(), { secret, clock: clock(seconds) })
    await expect(verify(at + 300)).resolves.toBeDefined()
    await expect(verify(at - 300)).resolves.toBeDefined()
    await expect(verify(at + 301)).rejects.toThrow('too old')
    await expect(verify(at - 301)).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('is not signed with a secret that could be guessed', async () => {
    const message = { id: 'ord_1', timestamp: at, body }
    for (const weak of ['short', 'whsec_c2hvcnQ=', 'whsec_%%%']) {
      await expect(webhookSignature(message, weak)).rejects.toMatchObject({ code: 'invalid_input' })
    }
  })
})
