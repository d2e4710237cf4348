import { WaypostError } from '@waypost/sdk/contract'
import type { S3Call } from './s3-calls.js'

/** Puts an object in parts, one after another; it is there when the last has come, or not at all. */
export async function putParts(
  call: S3Call,
  key: string,
  first: Buffer,
  others: AsyncIterable<Buffer>,
): Promise<void> {
  const begun = await (await call('POST', key, { query: { uploads: '' } })).text()
  const uploadId = unescaped(/<UploadId>([^<]+)</.exec(begun)?.[1] ?? '')
  try {
    const etags: string[] = []
    const put = async (body: Buffer) => {
      const query = { partNumber: String(etags.length + 1), uploadId }
      const { headers } = await call('PUT', key, { body, query })
      etags.push(headers.get('etag') ?? '')
    }
    await put(first)
    for await (const part of others) await put(part)
    const answer = await call('POST', key, { query: { uploadId }, body: listOf(etags) })
    // This one call may fail under a 200.
    if (!(await answer.text()).includes('<CompleteMultipartUploadResult')) {
      throw new WaypostError('unavailable', { detail: '[s3] did not put the parts together' })
    }
  } catch (error) {
    await call('DELETE', key, { query: { uploadId }, mayBeMissing: true }).catch(() => {})
    throw error
  }
}

function listOf(etags: readonly string[]): Buffer {
  const parts = etags.map(
    (etag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${etag}</ETag></Part>`,
  )
  const space = 'http://s3.amazonaws.com/doc/2006-03-01/'
  const all = `<CompleteMultipartUpload xmlns="${space}">${parts.join('')}</CompleteMultipartUpload>`
  return Buffer.from(all)
}

/** Some servers have an id in which there are signs that XML writes otherwise. */
function unescaped(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => signs[name] ?? '')
}
