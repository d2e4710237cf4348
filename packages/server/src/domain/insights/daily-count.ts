import type { StoredRecord } from '../../foundation/records.js'

export type CountTopic = 'search' | 'article' | 'ticket' | 'deflection'

export interface CountNumbers {
  /** Searches, of them those that found nothing, and those after which a hit was opened. */
  readonly searches?: number
  readonly misses?: number
  readonly chosen?: number
  /** The positions of the opened hits, added up. */
  readonly positions?: number
  readonly reads?: number
  readonly tickets?: number
  readonly afterSearch?: number
  readonly deflected?: number
}

/** What is counted, and where: a query as it is kept, the id of an article, or nothing in particular. */
export interface CountSubject {
  readonly site: string
  readonly topic: CountTopic
  readonly locale: string
  /** Empty for what is counted without a name. */
  readonly key: string
}

/** What became of one subject on one day (UTC): numbers alone, nobody, and no time of the day. */
export interface DailyCount extends StoredRecord, CountSubject {
  /** As `2026-11-22`. */
  readonly day: string
  readonly numbers: CountNumbers
}

/** Names the count of a subject for the day of a moment. */
export function countId({ site, topic, locale, key }: CountSubject, at: Date): string {
  return [site, dayOf(at), topic, locale, key].join('|')
}

/** The empty count of a subject for the day of a moment, kept so many days. */
export function countOf(subject: CountSubject, at: Date, keptDays: number): DailyCount {
  const { site, topic, locale, key } = subject
  const day = dayOf(at)
  const birth = new Date(`${day}T00:00:00.000Z`)
  return {
    id: countId(subject, at),
    createdAt: birth.toISOString(),
    expiresAt: new Date(birth.getTime() + (keptDays + 1) * 86_400_000).toISOString(),
    ...{ site, day, topic, locale, key },
    numbers: {},
  }
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

export function withAdded(count: DailyCount, more: CountNumbers): DailyCount {
  return { ...count, numbers: sumOf(count.numbers, more) }
}

export function sumOf(one: CountNumbers, other: CountNumbers): CountNumbers {
  const sum: Record<string, number> = { ...one }
  for (const [name, number] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + number
  return sum
}
