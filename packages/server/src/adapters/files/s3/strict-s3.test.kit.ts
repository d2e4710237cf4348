import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AwsV4Signer } from 'aws4fetch'
import S3rver from 's3rver'

/** The only key that this server knows. */
export const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
export const bucket = 'waypost'
export const region = 'eu-north-1'

/**
 * A server that really speaks S3, on this machine. It checks no signatures itself
 * (https://github.com/jamhall/s3rver#supported-methods), so a door in front of it does.
 */
export async function startStrictS3() {
  const directory = mkdtempSync(join(tmpdir(), 'waypost-s3-'))
  const s3 = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, directory },
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  const { port } = await s3.run()
  const door = createServer(async (incoming, answer) => {
    if (await refusalOf(incoming)) {
      incoming.resume()
      answer.writeHead(403, { 'Content-Type': 'application/xml' })
      answer.end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
      return
    }
    const { url: path, method, headers } = incoming
    const { range, ...others } = headers
    const isFirstByte = range === 'bytes=0-0'
    const passed = isFirstByte ? others : headers
    const inner = request({ host: '127.0.0.1', port, path, method, headers: passed }, (reply) => {
      if (isFirstByte && reply.statusCode === 200) return sendFirstByte(reply, answer)
      answer.writeHead(reply.statusCode ?? 500, reply.headers)
      return reply.pipe(answer)
    })
    incoming.pipe(inner)
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')

  return {
    endpoint: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    async close() {
      door.closeAllConnections()
      door.close()
      await s3.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** It takes the range 0-0 for the whole file. */
async function sendFirstByte(reply: IncomingMessage, answer: ServerResponse): Promise<void> {
  const [chunk] = (await once(reply, 'data')) as [Buffer]
  reply.resume()
  answer.writeHead(206, { 'Content-Length': 1, 'Content-Range': 'bytes 0-0/*' })
  answer.end(chunk.subarray(0, 1))
}

/** Why S3 itself would refuse the call; the signature is made again, by the same rules. */
async function refusalOf(incoming: IncomingMessage): Promise<string | undefined> {
  const { headers, method = 'GET', url: path = '/' } = incoming
  const [, id, signedRegion, signed = '', given = ''] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (id !== credentials.accessKeyId || signedRegion !== region) return 'InvalidAccessKeyId'
  const names = signed.split(';').filter((name) => name !== 'host')
  const signer = new AwsV4Signer({
    ...{ ...credentials, method, service: 's3', region, allHeaders: true },
    url: new URL(path, `http://${headers.host}`).href,
    headers: Object.fromEntries(names.map((name) => [name, String(headers[name] ?? '')])),
    datetime: String(headers['x-amz-date']),
  })
  const wanted = await signer.signature()
  const isSame =
    wanted.length === given.length && timingSafeEqual(Buffer.from(wanted), Buffer.from(given))
  return isSame ? undefined : 'SignatureDoesNotMatch'
}
