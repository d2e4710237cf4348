import { type Document, LineCounter, parseDocument } from 'yaml'
import type { Problems } from './problems.js'

export interface ParsedYaml {
  readonly document: Document.Parsed
  /** The line of the file at which something of the text stands. */
  lineAt(offset: number | undefined): number
}

/**
 * A YAML text that begins on `firstLine` of its file; `undefined` and one problem where it cannot be
 * read. `simpler` says how to write what is nested too deeply.
 */
export function parseYaml(
  yaml: string,
  firstLine: number,
  simpler: string,
  problems: Problems,
): ParsedYaml | undefined {
  const lineCounter = new LineCounter()
  const lineAt = (offset = 0) => lineCounter.linePos(offset).line + firstLine - 1
  const document = parsed(yaml, lineCounter)
  if (document === undefined) {
    problems.error(`The YAML is nested too deeply; ${simpler}.`, firstLine)
    return undefined
  }
  // The first error is the author's; what follows from it would only bury it.
  const [error] = document.errors
  if (error !== undefined) {
    const reason = error.message.trim().replace(/[.:]$/, '')
    problems.error(`The YAML cannot be read: ${reason}.`, lineAt(error.pos[0]))
    return undefined
  }
  return { document, lineAt }
}

/** `undefined` where the YAML library itself runs out of stack. */
function parsed(yaml: string, lineCounter: LineCounter) {
  try {
    return parseDocument(yaml, { lineCounter, prettyErrors: false, logLevel: 'error' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
