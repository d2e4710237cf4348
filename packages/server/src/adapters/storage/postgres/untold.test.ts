import { afterAll, expect, it } from 'vitest'
import { postgresWorld } from '../../../testing/storage/postgres-world.test.kit.js'
import { sampleMoment, sampleTicket } from '../../../testing/storage/sample-records.js'
import { found, said } from '../../../testing/storage/search-tickets.js'
import { openPostgresStorage } from './postgres-storage.js'

const clock = { now: () => new Date(sampleMoment(0)) }
const postgres = await postgresWorld()
afterAll(() => postgres.end())

it('finds words before they are kept, on each node, and the same when they are', async () => {
  const url = await postgres.database()
  const one = await openPostgresStorage({ url, clock })
  const two = await openPostgresStorage({ url, clock })
  const ids = async () =>
    (await postgres.sql('select id from waypost._texts', url)).map(({ id }) => id)
  const ticket = sampleTicket('tic_1', { subject: 'Glaze' })
  await one.transaction(async (tx) => {
    tx.tickets.save(ticket)
    // More than one batch of them, by one commit.
    for (let i = 0; i < 120; i += 1) tx.messages.save(said(`msg_${i}`, 'tic_1', `Kiln ${i}`))
  })
  expect(await ids()).toEqual([])
  expect(await found(two, 'glaze')).toEqual(['tic_1'])
  expect(await found(two, 'kiln 119')).toEqual(['tic_1'])

  await expect.poll(ids, { timeout: 5_000 }).toHaveLength(121)
  expect(await found(one, 'glaze')).toEqual(['tic_1'])
  expect(await found(two, 'kiln 119')).toEqual(['tic_1'])

  // What is no longer said is forgotten at once, and not when its new words are kept.
  await two.transaction(async (tx) => {
    await tx.tickets.find('tic_1')
    tx.tickets.save({ ...ticket, subject: 'Celadon' })
    tx.messages.delete('msg_119')
  })
  expect(await ids()).toHaveLength(119)
  expect(await found(one, 'glaze 119')).toEqual([])
  expect(await found(one, 'celadon')).toEqual(['tic_1'])
  await Promise.all([one.close(), two.close()])
})

it('keeps the words of a node that died before it did', async () => {
  const url = await postgres.database()
  const dead = await openPostgresStorage({ url, clock })
  await dead.transaction(async (tx) => tx.tickets.save(sampleTicket('tic_1', { subject: 'Glaze' })))
  await dead.close()
  expect(await postgres.sql('select id from waypost._texts', url)).toEqual([])
  const next = await openPostgresStorage({ url, clock })
  expect(await found(next, 'glaze')).toEqual(['tic_1'])
  const kept = () => postgres.sql('select id from waypost._texts', url)
  await expect.poll(kept, { timeout: 5_000 }).toEqual([{ id: 'tic_1' }])
  await next.close()
})
