import { readFileSync } from 'node:fs'

/** Beside the sources and beside what is built of them, at the same distance. */
const FOLDER = new URL('../../../assets/', import.meta.url)

const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

export interface ReferenceFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** The reference's one stylesheet, on the tokens of the portal, and its script; named by what they hold. */
export function readReferenceFiles(digest: (text: string) => string): readonly ReferenceFile[] {
  const styles = ['portal/tokens.css', 'reference/reference.css'].map(read).join('\n')
  const stylesheet = styles.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n')
  return [
    named('css', 'text/css', stylesheet),
    named('js', 'text/javascript', read('reference/copy.js')),
  ]

  function named(ending: string, type: string, text: string): ReferenceFile {
    const hash = digest(text).replace(/\W/g, '').slice(0, 12)
    return { name: `reference.${hash}.${ending}`, type, text }
  }
}
