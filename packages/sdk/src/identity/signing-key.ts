import { invalidInput } from './invalid-input.js'

/** A secret that host and server share; of at least 32 bytes, as `openssl rand -hex 32` makes it. */
export interface SharedSecret {
  secret: string | Uint8Array
}

/** A key pair: the host signs with the private half, the server knows the public one alone. */
export interface PrivateKey {
  /** PKCS #8 in PEM: `-----BEGIN PRIVATE KEY-----`. */
  privateKey: string
  algorithm: keyof typeof keyPairs
}

export interface SigningKey {
  alg: string
  sign(data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
}

const keyPairs = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  RS256: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  EdDSA: { name: 'Ed25519' },
} as const

/** RFC 7518 §3.2: a key for HS256 has at least the size of its hash. */
const SHORTEST_SECRET = 32

export function signingKey(material: SharedSecret | PrivateKey): Promise<SigningKey> {
  return 'privateKey' in material ? fromPrivateKey(material) : fromSecret(material.secret)
}

async function fromSecret(secret: string | Uint8Array): Promise<SigningKey> {
  const given = typeof secret === 'string' || secret instanceof Uint8Array
  if (!given) throw invalidInput('secret', 'required', 'A secret or a private key is needed.')
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret
  if (bytes.length < SHORTEST_SECRET) {
    const advice = 'Make one with `openssl rand -hex 32`.'
    const detail = `The secret has ${bytes.length} bytes, ${SHORTEST_SECRET} are needed. ${advice}`
    throw invalidInput('secret', 'too_short', detail)
  }
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', new Uint8Array(bytes), hmac, false, ['sign'])
  return { alg: 'HS256', sign: (data) => crypto.subtle.sign(hmac, key, data) }
}

async function fromPrivateKey({ privateKey, algorithm }: PrivateKey): Promise<SigningKey> {
  if (!Object.hasOwn(keyPairs, algorithm)) {
    const known = Object.keys(keyPairs).join(', ')
    throw invalidInput('algorithm', 'not_an_option', `The algorithm must be one of ${known}.`)
  }
  const kind = keyPairs[algorithm]
  try {
    const key = await crypto.subtle.importKey('pkcs8', pemBytes(privateKey), kind, false, ['sign'])
    return { alg: algorithm, sign: (data) => crypto.subtle.sign(kind, key, data) }
  } catch (cause) {
    const detail =
      `The private key is no ${algorithm} key in PKCS #8.` +
      ' Convert it with `openssl pkcs8 -topk8 -nocrypt`.'
    throw invalidInput('privateKey', 'invalid', detail, cause)
  }
}

function pemBytes(pem: string): Uint8Array<ArrayBuffer> {
  const body = pem.replace(/-----(BEGIN|END) PRIVATE KEY-----/g, '')
  return Uint8Array.from(atob(body.replace(/\s/g, '')), (char) => char.charCodeAt(0))
}
