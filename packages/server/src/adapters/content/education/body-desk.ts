import type { Fault } from '../../../domain/education/manuscript.js'
import type { RichTextReader } from '../../../domain/rich-text.js'
import { imageAddressOf, imagePathOf } from '../image-path.js'
import { readMarkdown } from '../read-markdown.js'
import type { Desk } from './desk.js'
import { nameOf } from './why-not-rule.js'
import type { Path } from './yaml-value.js'

/** A desk for what comes as JSON: places are paths in it. `place` is where its file would stand. */
export function createBodyDesk(place: string, reader: RichTextReader) {
  const faults: Fault[] = []
  const desk: Desk = {
    error: (message, path, code = 'invalid') =>
      void faults.push({ severity: 'error', path, code, message }),
    warn: (message, path) =>
      void faults.push({ severity: 'warning', path, code: 'invalid', message }),
    placeOf: (path) => `in ${nameOf(path)}`,
    markdown(markdown, path) {
      const problems = {
        list: [],
        error: (message: string) => desk.error(message, path),
        warn: (message: string) => desk.warn(message, path),
      }
      return readMarkdown({ markdown, markdownLine: 1 }, place, reader, problems)?.body ?? []
    },
    addressOf(file) {
      const path = imagePathOf(file, place)
      return path === undefined ? undefined : imageAddressOf(path)
    },
  }
  return { desk, faults: faults as readonly Fault[] }
}

/** The same desk for a part of what is read there. */
export function within(desk: Desk, path: Path): Desk {
  const at = (inside: Path) => [...path, ...inside]
  return {
    error: (message, inside, code) => desk.error(message, at(inside), code),
    warn: (message, inside) => desk.warn(message, at(inside)),
    placeOf: (inside) => desk.placeOf(at(inside)),
    markdown: (text, inside) => desk.markdown(text, at(inside)),
    addressOf: (file, inside) => desk.addressOf(file, at(inside)),
  }
}
