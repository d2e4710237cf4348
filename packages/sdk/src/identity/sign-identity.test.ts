/// <reference types="node" />
import { Buffer } from 'node:buffer'
import { createHmac, generateKeyPairSync, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type SignIdentityOptions, signIdentity } from './sign-identity.js'

const secret = 'a secret of the host, longer than 32 bytes'
const now = new Date('2026-11-21T19:40:00Z')
const options = {
  secret,
  siteKey: 'tidemark',
  issuer: 'https://app.tidemark.example',
  clock: { now: () => now },
}

function read(token: string) {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const json = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  return { header: json(header), payload: json(payload), signed: `${header}.${payload}`, signature }
}

describe('signIdentity', () => {
  it('makes a JWT that the shared secret verifies', async () => {
    const { header, signed, signature } = read(await signIdentity({ sub: '42' }, options))
    expect(header).toEqual({ alg: 'HS256', typ: 'JWT' })
    expect(signature).toBe(createHmac('sha256', secret).update(signed).digest('base64url'))
  })

  it('takes the secret as bytes', async () => {
    const bytes = Buffer.from(secret)
    const token = await signIdentity({ sub: '42' }, { ...options, secret: bytes })
    expect(token).toBe(await signIdentity({ sub: '42' }, options))
  })

  it('says who, for which site, by whom and for how long', async () => {
    const seconds = now.getTime() / 1000
    expect(read(await signIdentity({ sub: '42' }, options)).payload).toEqual({
      iss: 'https://app.tidemark.example',
      aud: 'tidemark',
      sub: '42',
      iat: seconds,
      exp: seconds + 300,
    })
    const hour = await signIdentity({ sub: '42' }, { ...options, expiresIn: 3_600 })
    expect(read(hour).payload.exp).toBe(seconds + 3_600)
  })

  it('carries what the host says of the customer, in any script, and nothing else', async () => {
    const claims = {
      sub: 'Ünïcode/42',
      name: 'آدا 🚢',
      email: 'ada@example.com',
      email_verified: true,
      locale: 'ar',
      group: 'Tidemark',
      segments: ['beta'],
      attributes: { plan: 'pro', seats: 3 },
    }
    const mixed = { ...claims, iss: 'https://evil.example', exp: 9_999_999_999 }
    const { payload } = read(await signIdentity(mixed, options))
    expect(payload).toMatchObject(claims)
    expect(payload).toMatchObject({ iss: options.issuer, exp: payload.iat + 300 })
  })

  it.each([
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['RS256', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['EdDSA', generateKeyPairSync('ed25519')],
  ] as const)('signs with a private key, %s', async (algorithm, pair) => {
    const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const { secret: _, ...rest } = options
    const token = await signIdentity({ sub: '42' }, { ...rest, privateKey, algorithm })
    const { header, signed, signature } = read(token)
    expect(header.alg).toBe(algorithm)
    const key = { key: pair.publicKey, dsaEncoding: 'ieee-p1363' } as const
    const hash = algorithm === 'EdDSA' ? null : 'sha256'
    expect(verify(hash, Buffer.from(signed), key, Buffer.from(signature, 'base64url'))).toBe(true)
  })

  it.each([
    ['no sub', { sub: '' }, {}, 'sub', 'required'],
    ['a sub that is a number', { sub: 42 }, {}, 'sub', 'wrong_type'],
    ['a sub of more than 200 characters', { sub: 'x'.repeat(201) }, {}, 'sub', 'too_long'],
    ['more than an hour', { sub: '42' }, { expiresIn: 3_601 }, 'expiresIn', 'too_large'],
    ['no time at all', { sub: '42' }, { expiresIn: 0 }, 'expiresIn', 'too_small'],
    [
      'a time that is no number',
      { sub: '42' },
      { expiresIn: Number.NaN },
      'expiresIn',
      'too_small',
    ],
    ['a weak secret', { sub: '42' }, { secret: 'x'.repeat(31) }, 'secret', 'too_short'],
    ['no secret', { sub: '42' }, { secret: undefined }, 'secret', 'required'],
    ['no site', { sub: '42' }, { siteKey: undefined }, 'siteKey', 'wrong_type'],
    ['no issuer', { sub: '42' }, { issuer: '' }, 'issuer', 'required'],
    [
      'a key of another kind',
      { sub: '42' },
      { privateKey: 'PEM', algorithm: 'ES256' },
      'privateKey',
      'invalid',
    ],
    [
      'an unknown algorithm',
      { sub: '42' },
      { privateKey: 'PEM', algorithm: 'none' },
      'algorithm',
      'not_an_option',
    ],
    [
      'too much to carry',
      { sub: '42', attributes: { x: 'y'.repeat(9_000) } },
      {},
      'attributes',
      'too_long',
    ],
  ])('refuses %s', async (_, claims, change, path, code) => {
    const wrong = { ...options, ...change } as SignIdentityOptions
    await expect(signIdentity(claims as { sub: string }, wrong)).rejects.toMatchObject({
      code: 'invalid_input',
      errors: [{ path, code }],
    })
  })

  it('never repeats a secret in its errors', async () => {
    const refusal = await signIdentity({ sub: '42' }, { ...options, secret: 'hunter2' }).catch(
      String,
    )
    expect(refusal).toContain('7 bytes')
    expect(refusal).not.toContain('hunter2')
  })
})
