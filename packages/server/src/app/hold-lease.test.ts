import { WaypostError } from '@waypost/sdk/contract'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.js'
import { TERM } from '../domain/leases/lease.js'
import { createLeases } from '../domain/leases/leases.js'
import { systemClock } from '../foundation/clock.js'
import { type HeldLease, holdLease } from './hold-lease.js'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Nodes that want the same lease; the storage can be away for any of them. */
function nodes() {
  const storage = createMemoryStorage({ clock: systemClock })
  const away = new Set<string>()
  const errors: string[] = []
  return {
    away,
    errors,
    hold(holder: string): Promise<HeldLease> {
      const leases = createLeases({
        storage: {
          ...storage,
          transaction: (work) =>
            away.has(holder)
              ? Promise.reject(new WaypostError('unavailable'))
              : storage.transaction(work),
        },
        clock: systemClock,
        holder,
      })
      return holdLease({ leases, name: 'content', onError: () => errors.push(holder) })
    },
  }
}

const heldBy = (...leases: HeldLease[]) => leases.map((lease) => lease.isHeld())

it('is held by the first one for as long as that lives', async () => {
  const { hold } = nodes()
  const [one, other] = [await hold('one'), await hold('other')]
  for (let n = 0; n < 10; n += 1) {
    expect(heldBy(one, other)).toEqual([true, false])
    await vi.advanceTimersByTimeAsync(TERM)
  }
  await one.close()
  await vi.advanceTimersByTimeAsync(TERM / 3)
  expect(heldBy(one, other)).toEqual([false, true])
  await other.close()
})

it('is lost by who cannot reach the storage, before another one takes it', async () => {
  const { hold, away, errors } = nodes()
  const [one, other] = [await hold('one'), await hold('other')]
  const changes: string[] = []
  one.onChange((isHeld) => changes.push(`one ${isHeld}`))
  other.onChange((isHeld) => changes.push(`other ${isHeld}`))

  away.add('one')
  await vi.advanceTimersByTimeAsync(TERM + TERM / 3)
  expect(changes).toEqual(['one false', 'other true'])
  away.delete('one')
  await vi.advanceTimersByTimeAsync(3 * TERM)
  expect(heldBy(one, other)).toEqual([false, true])
  expect(errors).toEqual(['one'])
  await Promise.all([one.close(), other.close()])
})

it('is held again by the same one when the storage comes back before anybody else does', async () => {
  const { hold, away } = nodes()
  const one = await hold('one')
  const changes: boolean[] = []
  one.onChange((isHeld) => changes.push(isHeld))
  away.add('one')
  await vi.advanceTimersByTimeAsync(2 * TERM)
  away.delete('one')
  await vi.advanceTimersByTimeAsync(TERM / 3)
  expect(changes).toEqual([false, true])
  await one.close()
})
