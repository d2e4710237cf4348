import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Site } from '../site.js'

export interface PortalFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** Beside the sources and beside what is built of them, at the same distance. */
const FOLDER = new URL('../../../assets/portal/', import.meta.url)

/** The order is the cascade: what comes later may change what came before. */
const STYLES = ['tokens', 'base', 'masthead', 'parts', 'home', 'modes']

/** The stylesheet and the script, each under a name that changes with what it holds. */
export function readPortalFiles(site: Site) {
  const styles = STYLES.map((name) => read(`${name}.css`))
  const stylesheet = withoutGaps([...styles, themeOf(site)].join('\n'))
  return {
    stylesheet: named('portal', 'css', 'text/css', stylesheet),
    script: named('portal', 'js', 'text/javascript', read('portal.js')),
  }
}

const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

function named(name: string, ending: string, type: string, text: string): PortalFile {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { name: `${name}.${hash}.${ending}`, type, text }
}

/** The brand of the site. Its shape was checked with the configuration: it cannot end the rule. */
function themeOf({ theme: { accent, font } }: Site): string {
  const own = [accent && `--wp-accent: ${accent};`, font && `--wp-font: ${font};`].filter(Boolean)
  return own.length > 0 ? `:root { ${own.join(' ')} }` : ''
}

/** Comments and line breaks are for us; no text in the stylesheets holds two spaces in a row. */
function withoutGaps(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim()
}
