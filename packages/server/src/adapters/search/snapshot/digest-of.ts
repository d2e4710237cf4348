import { hash } from 'node:crypto'
import type { SearchDocument } from '../../../domain/knowledge/search-index.js'

/** Changes whenever anything does that the index reads words of. */
export function digestOf({ title, keywords, summary, text }: SearchDocument): string {
  const rest = JSON.stringify([title, keywords, summary, text.length])
  return hash('sha256', `${rest}${text}`, 'base64')
}
