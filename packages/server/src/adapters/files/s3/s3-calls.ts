import { createHash } from 'node:crypto'
import { WaypostError } from '@waypost/sdk/contract'
import { AwsClient } from 'aws4fetch'

export interface S3Options {
  bucket: string
  region: string
  /** Where it is, as `https://minio.example.com`; Amazon's own unless said. */
  endpoint?: string | undefined
  /** What every name of an object begins with, as `files/`. */
  prefix?: string | undefined
  credentials: {
    accessKeyId: string
    secretAccessKey: string
    sessionToken?: string | undefined
  }
}

export interface S3Request {
  query?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>> | undefined
  body?: Buffer
  /** 404 is an answer. */
  mayBeMissing?: boolean
}

export type S3Call = (method: string, key: string, request?: S3Request) => Promise<Response>

/** Milliseconds until a call has an answer; its body may take as long as its reader. */
const PATIENCE = 30_000
const RETRIES = 3

/**
 * Signed calls of one bucket, tried again where the server is busy. Throws `unavailable` with what the
 * server says, and nothing that was sent.
 */
export function createS3Calls({ bucket, region, endpoint, credentials }: S3Options): S3Call {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials
  const aws = new AwsClient({
    ...{ accessKeyId, secretAccessKey, service: 's3', region, retries: RETRIES },
    ...(sessionToken !== undefined && { sessionToken }),
  })
  // Servers of one's own have no names for their buckets.
  const base =
    endpoint === undefined
      ? `https://${bucket}.s3.${region}.amazonaws.com`
      : `${endpoint.replace(/\/+$/, '')}/${bucket}`

  return async (method, key, { query = {}, headers = {}, body, mayBeMissing = false } = {}) => {
    const url = new URL(`${base}/${key}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const stop = new AbortController()
    const timer = setTimeout(() => stop.abort(), PATIENCE)
    const answer = await aws
      .fetch(url.href, {
        method,
        // Signed with the rest, so that nobody on the way can change a file.
        headers: { ...headers, 'X-Amz-Content-Sha256': sha256(body ?? '') },
        ...(body && { body }),
        signal: stop.signal,
        redirect: 'error',
      })
      .catch((cause: unknown) => {
        throw new WaypostError('unavailable', { detail: '[s3] could not be reached', cause })
      })
      .finally(() => clearTimeout(timer))
    if (answer.ok || (mayBeMissing && answer.status === 404)) return answer
    const code = /<Code>([A-Za-z]+)</.exec(await answer.text())?.[1] ?? 'no reason'
    const detail = `[s3] answered ${answer.status} to a ${method}: ${code}`
    throw new WaypostError('unavailable', { detail })
  }
}

function sha256(body: Buffer | string): string {
  return createHash('sha256').update(body).digest('hex')
}
