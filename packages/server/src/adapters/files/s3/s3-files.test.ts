import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../foundation/ids.js'
import { describeFileStore } from '../../../testing/describe-file-store.js'
import { openS3Files } from './s3-files.js'
import { bucket, credentials, region, startStrictS3 } from './strict-s3.test.kit.js'

let s3: Awaited<ReturnType<typeof startStrictS3>>
beforeAll(async () => {
  s3 = await startStrictS3()
})
afterAll(() => s3.close())

const at = (prefix: string, more = {}) =>
  openS3Files({ ...{ bucket, region, credentials, prefix }, endpoint: s3.endpoint, ...more })

describeFileStore('files in a bucket', { open: async () => at('suite/') })

async function* word(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('word')
}

it('keeps its files apart by their prefix', async () => {
  const [ours, theirs] = [at('ours/'), at('theirs/')]
  const id = newId('att')
  await ours.write(id, word())
  expect(await theirs.read(id)).toBeUndefined()
  for await (const name of theirs.names()) expect(name).toBe('none')
})

it('is refused with another secret, and says so without it', async () => {
  const wrong = { ...credentials, secretAccessKey: 'another-secret' }
  const attempt = at('', { credentials: wrong }).write(newId('att'), word())
  await expect(attempt).rejects.toMatchObject({
    code: 'unavailable',
    detail: '[s3] answered 403 to a PUT: SignatureDoesNotMatch',
  })
})

it('says that a bucket is not there, and that nobody answers', async () => {
  await expect(at('', { bucket: 'elsewhere' }).write(newId('att'), word())).rejects.toMatchObject({
    detail: '[s3] answered 404 to a PUT: NoSuchBucket',
  })
  const nowhere = at('', { endpoint: 'http://127.0.0.1:9' })
  await expect(nowhere.read(newId('att'))).rejects.toMatchObject({
    detail: '[s3] could not be reached',
  })
})
