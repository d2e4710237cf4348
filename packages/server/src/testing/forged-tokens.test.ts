import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { signIdentity } from '@waypost/sdk/identity'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigSchema } from '../app/config-schema.js'
import { supportWorld } from './support-world.js'

const secret = 'an identity secret of thirty-two characters or more'
const next = 'the next identity secret, to which the host is changing'
const issuer = 'https://tidemark.test'
const now = Date.parse('2026-11-21T09:00:00Z') / 1_000
const clock = { now: () => new Date(now * 1_000) }

const pairs = {
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  RS256: generateKeyPairSync('rsa', { modulusLength: 2_048 }),
  EdDSA: generateKeyPairSync('ed25519'),
}
const strangers = {
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  RS256: generateKeyPairSync('rsa', { modulusLength: 2_048 }),
  EdDSA: generateKeyPairSync('ed25519'),
}
type Algorithm = keyof typeof pairs
const algorithms: readonly Algorithm[] = ['ES256', 'RS256', 'EdDSA']

const pem = (key: KeyObject, type: 'spki' | 'pkcs8' = 'spki') =>
  key.export({ type, format: 'pem' }).toString()
const base64 = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

const right = { iss: issuer, aud: 'tidemark', sub: 'ada', iat: now, exp: now + 300 }
const HS256 = { alg: 'HS256', typ: 'JWT' }

/** A token as somebody may put it together who has our secret, or another. */
function hmac(
  claims: unknown,
  header: unknown = HS256,
  key: string | Buffer = secret,
  hash = 'sha256',
) {
  const signed = `${base64(header)}.${base64(claims)}`
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`
}

function signedBy(key: KeyObject, alg: string, claims: unknown = right, more: object = {}) {
  const signed = `${base64({ alg, typ: 'JWT', ...more })}.${base64(claims)}`
  const how = { key, dsaEncoding: 'ieee-p1363' } as const
  const hash = alg === 'EdDSA' ? null : 'sha256'
  return `${signed}.${sign(hash, Buffer.from(signed), how).toString('base64url')}`
}

const good = hmac(right)
const [head = '', body = '', mac = ''] = good.split('.')
const without = (name: keyof typeof right) => {
  const { [name]: _, ...rest } = right
  return hmac(rest)
}
const publicKeys = algorithms.map((alg) => [alg, pem(pairs[alg].publicKey)] as const)

/** By what is wrong with it. */
const forged: Record<string, string> = {
  'no algorithm': `${base64({ alg: 'none', typ: 'JWT' })}.${body}.`,
  'no algorithm, in other letters': `${base64({ alg: 'nOnE' })}.${body}.`,
  'no algorithm, with the signature of another': `${base64({ alg: 'none' })}.${body}.${mac}`,
  'an empty algorithm': hmac(right, { alg: '' }),
  'no header': `.${body}.${mac}`,
  'a list of algorithms': hmac(right, { alg: ['HS256'] }),
  'another hash': hmac(right, { alg: 'HS512' }, secret, 'sha512'),
  'a hash that is not the one it names': hmac(right, HS256, secret, 'sha512'),
  ...Object.fromEntries(
    publicKeys.map(([alg, key]) => [`our public ${alg} key as a secret`, hmac(right, HS256, key)]),
  ),
  ...Object.fromEntries(
    algorithms.map((alg) => [`a stranger's ${alg} key`, signedBy(strangers[alg].privateKey, alg)]),
  ),
  'another algorithm with our RSA key': signedBy(pairs.RS256.privateKey, 'PS256'),
  'a key of its own along': signedBy(strangers.ES256.privateKey, 'ES256', right, {
    jwk: strangers.ES256.publicKey.export({ format: 'jwk' }),
  }),
  'an address of its key': signedBy(strangers.RS256.privateKey, 'RS256', right, {
    jku: 'https://evil.test/keys.json',
    x5u: 'https://evil.test/key.pem',
  }),
  'a key id that is a path': hmac(right, { ...HS256, kid: '../../../../dev/null' }, ''),
  'a key id that is a query': hmac(right, { ...HS256, kid: "' UNION SELECT 'x" }, 'x'),
  'a header that must be understood': hmac(right, { ...HS256, crit: ['exp'], exp: now }),
  'an empty secret': hmac(right, HS256, ''),
  'a secret that was decoded': hmac(right, HS256, Buffer.from(secret, 'base64')),
  'another secret': hmac(right, HS256, secret.toUpperCase()),
  'no signature': `${head}.${body}.`,
  'half of a signature': `${head}.${body}.${mac.slice(0, 22)}`,
  'one byte of a signature': `${head}.${body}.${mac.slice(0, 2)}`,
  'a longer signature': `${head}.${body}.${mac}AAAA`,
  'two parts': `${head}.${body}`,
  'four parts': `${good}.${mac}`,
  'other claims under a signature': `${head}.${base64({ ...right, sub: 'ben' })}.${mac}`,
  'a signature of zeros': `${head}.${body}.${'A'.repeat(43)}`,
  'an elliptic signature of zeros': `${base64({ alg: 'ES256' })}.${body}.${'A'.repeat(86)}`,
  'an encrypted shape': `${base64({ alg: 'dir', enc: 'A256GCM' })}..AAAA.AAAA.AAAA`,
  'claims that are no object': hmac('ada'),
  'another site': hmac({ ...right, aud: 'other' }),
  'no site': without('aud'),
  'a site in other letters': hmac({ ...right, aud: 'Tidemark' }),
  'another issuer': hmac({ ...right, iss: 'https://evil.test' }),
  'an issuer that only begins like it': hmac({ ...right, iss: `${issuer}.evil.test` }),
  'no issuer': without('iss'),
  'its time over': hmac({ ...right, iat: now - 600, exp: now - 61 }),
  'its time not come': hmac({ ...right, nbf: now + 61 }),
  'no end': without('exp'),
  'an end in text': hmac({ ...right, exp: String(now + 300) }),
  'an end in milliseconds': hmac({ ...right, exp: (now + 300) * 1_000 }),
  'more than an hour': hmac({ ...right, exp: now + 3_661 }),
  'more than an hour since it was signed': hmac({ ...right, iat: now - 3_500, exp: now + 300 }),
  'a signature from the future': hmac({ ...right, iat: now + 120, exp: now + 180 }),
  nobody: without('sub'),
  'an empty name': hmac({ ...right, sub: '' }),
  'a number for a name': hmac({ ...right, sub: 7 }),
  'a list for a name': hmac({ ...right, sub: ['ada'] }),
  'a name without end': hmac({ ...right, sub: 'a'.repeat(201) }),
}

describe('an identity token', () => {
  let world: Awaited<ReturnType<typeof supportWorld>>
  const start = (identityToken: string) =>
    world.client({ site: 'tidemark' }).session.start({ identityToken })

  beforeAll(async () => {
    const keys = [
      { alg: 'HS256' as const, secret },
      { alg: 'HS256' as const, secret: next },
      ...publicKeys.map(([alg, publicKey]) => ({ alg, publicKey })),
    ]
    const sites = [
      { key: 'tidemark', identity: { issuer, keys } },
      { key: 'other', identity: { issuer, keys } },
    ]
    world = await supportWorld({ config: { sites } })
  })
  afterAll(() => world.close())

  it('opens a session by each key of the site, and by nothing else of what it carries', async () => {
    const options = { siteKey: 'tidemark', issuer, clock }
    const tokens = [
      good,
      hmac(right, { ...HS256, kid: 'unknown' }),
      await signIdentity({ sub: 'ada' }, { ...options, secret: next }),
    ]
    for (const algorithm of algorithms) {
      const privateKey = pem(pairs[algorithm].privateKey, 'pkcs8')
      tokens.push(await signIdentity({ sub: 'ada' }, { ...options, privateKey, algorithm }))
    }
    const sessions = await Promise.all(tokens.map(start))
    expect(new Set(sessions.map(({ customer }) => customer?.id)).size).toBe(1)
  })

  it.each(Object.keys(forged))('with %s opens nothing', async (what) => {
    await expect(start(forged[what] ?? '')).rejects.toMatchObject({
      code: 'identity_token_invalid',
      detail: expect.stringMatching(/^(No key of this site|The claim \w+ )/),
    })
  })

  it('is checked by a secret that is none of the keys that everybody may have', () => {
    const keys = [{ alg: 'HS256', secret: pem(pairs.RS256.publicKey) }]
    const sites = [{ identity: { issuer, keys } }]
    expect(v.safeParse(ConfigSchema, { sites }).success).toBe(false)
  })

  it('is right up to a minute before and after its time, for clocks differ', async () => {
    const early = hmac({ ...right, iat: now + 50, nbf: now + 50 })
    const late = hmac({ ...right, iat: now - 359, exp: now - 59 })
    for (const token of [early, late]) expect((await start(token)).customer).not.toBeNull()
  })

  it('says an e-mail address only where it is one, and a name without what cannot be seen', async () => {
    const { customer } = await start(
      hmac({ ...right, name: ' Ada\u0000\nLovelace ', email: 'ada@x.test\r\nBcc: all@x.test' }),
    )
    expect(customer).toMatchObject({ name: 'Ada Lovelace', email: null })
  })
})
