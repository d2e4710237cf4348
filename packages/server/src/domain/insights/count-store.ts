import { declareTable } from '../../foundation/records.js'
import type { CountTopic, DailyCount } from './daily-count.js'

export const countTable = declareTable<DailyCount>()({
  name: 'counts',
  indexes: {
    day: { keys: ({ site, topic, day }) => [dayKey(site, topic, day)] },
  },
})

/** The key of what was counted of one topic on one day of a site. */
export function dayKey(site: string, topic: CountTopic, day: string): string {
  return `${site}|${topic}|${day}`
}
