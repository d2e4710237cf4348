import { expect, it } from 'vitest'
import { type Facts, silentLogger } from '../foundation/logger.js'
import { openFiles, tryFiles } from './open-files.js'

const s3 = { bucket: 'waypost', region: 'eu-north-1', endpoint: 'http://127.0.0.1:9', prefix: '' }

it('takes the keys of a bucket from the environment alone, and says which', async () => {
  const opening = openFiles({ data: '/tmp', files: { s3 } }, { AWS_ACCESS_KEY_ID: 'id' })
  await expect(opening).rejects.toThrow(
    'files.s3 needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.',
  )
})

it('says at the start that a bucket does not answer, and never with what secret', async () => {
  const env = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'never-told' }
  const said: [string, Facts | undefined][] = []
  const log = {
    ...silentLogger,
    error: (text: string, facts?: Facts) => void said.push([text, facts]),
  }
  await tryFiles(await openFiles({ data: '/tmp', files: { s3 } }, env), log)
  expect(said).toEqual([['files', { reason: 'WaypostError: [s3] could not be reached' }]])
})
