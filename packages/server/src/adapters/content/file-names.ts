import { slugOf } from '../../foundation/slug.js'

/** Bytes that every file system takes as one name, with room for an ending. */
const LONGEST = 200
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/**
 * Gives out file names in one folder, none twice: letters, digits and hyphens of the first words
 * that hold any. Ids may hold `/` and `..`; no name does.
 */
export function createFileNames() {
  const taken = new Set<string>()
  return (...words: readonly string[]): string => {
    const slug = words.map(slugOf).find((name) => name !== '') ?? 'untitled'
    const name = DEVICE.test(slug) ? `${slug}-1` : withinBytes(slug)
    let free = name
    for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`
    taken.add(free)
    return free
  }
}

function withinBytes(name: string): string {
  const characters = [...name]
  while (Buffer.byteLength(characters.join('')) > LONGEST) characters.pop()
  return characters.join('').replace(/-+$/, '')
}
