import { describe, expect, it } from 'vitest'
import { expectedReply, isPresent } from './expected-reply.js'
import type { Hours } from './form.js'

const office: [string, string][] = [['09:00', '17:00']]
const hours = (more: Partial<Hours> = {}): Hours => ({
  timeZone: 'Europe/Stockholm',
  week: [office, office, office, office, office, [], []],
  holidays: [],
  ...more,
})
/** Monday to Sunday alike. */
const daily = (...spans: [string, string][]): Hours =>
  hours({ week: Array.from({ length: 7 }, () => spans) })

const reply = (said: Hours | null, replyHours: number | null, now: string) =>
  expectedReply(said, replyHours, new Date(now))?.toISOString() ?? null

describe('a reply can be expected', () => {
  it('never, where the site promises nothing', () => {
    expect(reply(hours(), null, '2026-11-23T10:00:00Z')).toBeNull()
  })

  it('by the clock alone, where nobody says when the team is there', () => {
    expect(reply(null, 4, '2026-11-22T22:30:00Z')).toBe('2026-11-23T02:30:00.000Z')
  })

  it('the same day, where enough of it is left', () => {
    expect(reply(hours(), 4, '2026-11-23T10:00:00Z')).toBe('2026-11-23T14:00:00.000Z')
    expect(reply(hours(), 1.5, '2026-11-23T10:15:00Z')).toBe('2026-11-23T11:45:00.000Z')
  })

  it('by the closing time, where exactly so much is left', () => {
    expect(reply(hours(), 4, '2026-11-23T12:00:00Z')).toBe('2026-11-23T16:00:00.000Z')
  })

  it('the next day for the rest of what began late', () => {
    expect(reply(hours(), 4, '2026-11-23T15:00:00Z')).toBe('2026-11-24T11:00:00.000Z')
  })

  it('from the morning on, for what came at night or before opening', () => {
    expect(reply(hours(), 2, '2026-11-23T23:30:00Z')).toBe('2026-11-24T10:00:00.000Z')
    expect(reply(hours(), 2, '2026-11-24T04:00:00Z')).toBe('2026-11-24T10:00:00.000Z')
  })

  it('on the team’s own day, wherever the asker’s has got to', () => {
    const tokyo = hours({ timeZone: 'Asia/Tokyo' })
    expect(reply(tokyo, 1, '2026-11-22T23:30:00Z')).toBe('2026-11-23T01:00:00.000Z')
    const honolulu = hours({ timeZone: 'Pacific/Honolulu' })
    expect(reply(honolulu, 1, '2026-11-28T02:30:00Z')).toBe('2026-11-30T19:30:00.000Z')
  })

  it('after the weekend and after holidays', () => {
    expect(reply(hours(), 2, '2026-11-20T15:00:00Z')).toBe('2026-11-23T09:00:00.000Z')
    const christmas = hours({ holidays: ['2026-12-24', '2026-12-25'] })
    expect(reply(christmas, 2, '2026-12-23T15:00:00Z')).toBe('2026-12-28T09:00:00.000Z')
    expect(reply(christmas, 2, '2026-12-24T09:00:00Z')).toBe('2026-12-28T10:00:00.000Z')
  })

  it('around a lunch that counts for nothing', () => {
    const withLunch = daily(['09:00', '12:00'], ['13:00', '17:00'])
    expect(reply(withLunch, 2, '2026-11-23T10:30:00Z')).toBe('2026-11-23T13:30:00.000Z')
    expect(reply(withLunch, 2, '2026-11-23T11:30:00Z')).toBe('2026-11-23T14:00:00.000Z')
  })

  it('at once or at the next opening, where no time is needed', () => {
    expect(reply(hours(), 0, '2026-11-23T10:00:00Z')).toBe('2026-11-23T10:00:00.000Z')
    expect(reply(hours(), 0, '2026-11-22T10:00:00Z')).toBe('2026-11-23T08:00:00.000Z')
  })

  it('after many days, where much is promised', () => {
    expect(reply(hours(), 40, '2026-11-23T08:00:00Z')).toBe('2026-11-27T16:00:00.000Z')
    expect(reply(hours(), 41, '2026-11-23T08:00:00Z')).toBe('2026-11-30T09:00:00.000Z')
  })

  it('never, where nobody is ever there', () => {
    expect(reply(daily(), 1, '2026-11-23T08:00:00Z')).toBeNull()
  })
})

describe('where clocks are changed', () => {
  it('opens at the time on the wall, before and after', () => {
    // Stockholm leaves summer time on Sunday 25 October 2026, and goes back to it on 28 March 2027.
    expect(reply(hours(), 0, '2026-10-23T18:00:00Z')).toBe('2026-10-26T08:00:00.000Z')
    expect(reply(hours(), 0, '2027-03-26T18:00:00Z')).toBe('2027-03-29T07:00:00.000Z')
  })

  it('counts the hours that pass, not those that the wall shows', () => {
    const always = daily(['00:00', '24:00'])
    // Midnight in Stockholm; that Sunday has 25 hours, the one in March 23.
    expect(reply(always, 24, '2026-10-24T22:00:00Z')).toBe('2026-10-25T22:00:00.000Z')
    const nights = daily(['00:00', '06:00'])
    expect(reply(nights, 7, '2026-10-24T22:00:00Z')).toBe('2026-10-25T05:00:00.000Z')
    expect(reply(nights, 6, '2027-03-27T23:00:00Z')).toBe('2027-03-28T23:00:00.000Z')
  })

  it('takes an hour that is skipped for the next, and one that comes twice for the first', () => {
    const early = daily(['02:30', '06:00'])
    expect(reply(early, 0, '2027-03-27T23:00:00Z')).toBe('2027-03-28T01:30:00.000Z')
    expect(reply(early, 0, '2026-10-24T22:00:00Z')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('holds south of the equator and west of Greenwich too', () => {
    const sydney = hours({ timeZone: 'Australia/Sydney' })
    expect(reply(sydney, 0, '2026-10-02T12:00:00Z')).toBe('2026-10-04T22:00:00.000Z')
    const newYork = hours({ timeZone: 'America/New_York' })
    expect(reply(newYork, 0, '2026-10-30T22:00:00Z')).toBe('2026-11-02T14:00:00.000Z')
    // A quarter of an hour beside everybody else.
    const kathmandu = hours({ timeZone: 'Asia/Kathmandu' })
    expect(reply(kathmandu, 0, '2026-11-22T12:00:00Z')).toBe('2026-11-23T03:15:00.000Z')
  })
})

it('knows whether somebody is there now', () => {
  expect(isPresent(hours(), new Date('2026-11-23T08:00:00Z'))).toBe(true)
  expect(isPresent(hours(), new Date('2026-11-23T07:59:59Z'))).toBe(false)
  expect(isPresent(hours(), new Date('2026-11-23T16:00:00Z'))).toBe(false)
  expect(isPresent(hours(), new Date('2026-11-22T12:00:00Z'))).toBe(false)
  expect(isPresent(daily(), new Date('2026-11-22T12:00:00Z'))).toBe(false)
})
