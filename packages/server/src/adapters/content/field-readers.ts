import { ContentId } from '@waypost/sdk/contract'
import * as v from 'valibot'
import type { Problems } from './problems.js'
import { type Fields, isEmpty, textOf, textsOf } from './yaml-fields.js'

export type FieldReaders = ReturnType<typeof createFieldReaders>

/**
 * Reads the values that articles and collections share. What decides who sees what, or under which
 * name, is an error when it is wrong; anything else is warned about and left at its default.
 */
export function createFieldReaders(fields: Fields, problems: Problems) {
  const lineOf = (key: string) => fields.get(key)?.line
  const nodeOf = (key: string) => fields.get(key)?.node

  /** One line of words; `null` where the key is absent or empty. */
  const words = (key: string): string | null => {
    const node = nodeOf(key)
    const text = textOf(node)
    if (text === undefined && !isEmpty(node)) {
      problems.warn(`${key} must be text, so it was passed over; put it in quotes.`, lineOf(key))
    }
    return text?.replace(/\s*\n\s*/g, ' ').trim() || null
  }

  return {
    words,
    lineOf,
    /** The title, or `undefined` and an error. */
    title(firstLine: number): string | undefined {
      const title = words('title')
      if (title !== null) return title
      problems.error(
        'The title is missing; add a line title: … to it.',
        lineOf('title') ?? firstLine,
      )
      return undefined
    },
    /** An id or slug in the author's words, or `undefined` and an error. */
    id(key: string, otherwise: string): string | undefined {
      const id = textOf(nodeOf(key)) ?? (isEmpty(nodeOf(key)) ? otherwise : '')
      if (v.is(ContentId, id)) return id
      problems.error(`${key} must be 1 to 200 printable characters.`, lineOf(key))
      return undefined
    },
    position(): number {
      const text = words('order')
      const number = Number(text ?? 0)
      if (Number.isFinite(number)) return number
      problems.warn('order must be a number, so it was passed over.', lineOf('order'))
      return 0
    },
    /** One of the words that there are. */
    option<T extends string>(key: string, options: readonly T[]): T | undefined {
      const word = words(key)
      const known = options.find((option) => option === word)
      if (word !== null && known === undefined) {
        const names = options.join(', ')
        problems.warn(`${key} must be one of ${names}, so it was passed over.`, lineOf(key))
      }
      return known
    },
    /** `true` or `false`, or `undefined` where nothing is said. */
    truth(key: string): boolean | undefined {
      const word = words(key)
      if (word === 'true' || word === 'false') return word === 'true'
      if (word !== null) {
        problems.warn(`${key} must be true or false, so it was passed over.`, lineOf(key))
      }
      return undefined
    },
    list(key: string): readonly string[] {
      const list = isEmpty(nodeOf(key)) ? [] : textsOf(nodeOf(key))
      if (list !== undefined) return list
      problems.warn(`${key} must be a list, as in [one, two], so it was passed over.`, lineOf(key))
      return []
    },
  }
}
