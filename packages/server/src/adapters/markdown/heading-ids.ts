import { slugOf } from '../../foundation/slug.js'

/** Gives each heading of one text its own id: `refunds`, then `refunds-2`. */
export function createHeadingIds() {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return (text: string): string => {
    const slug = slugOf(text) || 'section'
    let count = counts.get(slug) ?? 0
    let id: string
    do {
      count += 1
      id = count === 1 ? slug : `${slug}-${count}`
    } while (taken.has(id))
    counts.set(slug, count)
    taken.add(id)
    return id
  }
}
