import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html } from '../../foundation/html.js'
import type { Site } from '../site.js'
import { conditionStyles } from './asking/conditions.js'

export interface PortalFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** Beside the sources and beside what is built of them, at the same distance. */
const FOLDER = new URL('../../../assets/portal/', import.meta.url)

/** The accent of `tokens.css`, where a site has none of its own. */
const ACCENT = '#0b7a75'

/** The order is the cascade: what comes later may change what came before. */
const STYLES = [
  'tokens',
  'base',
  'masthead',
  'parts',
  'home',
  'article',
  'search',
  'trail',
  'ask',
  'requests',
  'sign-in',
  'learn',
  'modes',
]

const SCRIPTS = ['menu', 'find', 'contents', 'drafts', 'clocks', 'copy', 'asked', 'paste', 'print']

/** Stylesheet, script and icon, each under a name that changes with what it holds. */
export function readPortalFiles(site: Site) {
  const styles = STYLES.map((name) => read(`${name}.css`))
  // Each stands in a block of its own, so that no name of one reaches another.
  const script = SCRIPTS.map((name) => `{\n${read(`${name}.js`)}}\n`).join('')
  const rules = [...styles, conditionStyles(site), themeOf(site)]
  const stylesheet = withoutGaps(rules.join('\n'))
  return {
    stylesheet: named('portal', 'css', 'text/css', stylesheet),
    script: named('portal', 'js', 'text/javascript', script),
    icon: named('icon', 'svg', 'image/svg+xml', iconOf(site)),
  }
}

const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')

function named(name: string, ending: string, type: string, text: string): PortalFile {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { name: `${name}.${hash}.${ending}`, type, text }
}

/** The brand of the site. Its shape was checked with the configuration: it cannot end the rule. */
function themeOf({ theme: { accent, font, radius } }: Site): string {
  const own = [
    accent && `--wp-accent: ${accent};`,
    font && `--wp-font: ${font};`,
    radius && `--wp-radius: ${radius};`,
  ].filter(Boolean)
  // The element that shows results has tokens of its own, and takes its brand from the page's rule.
  return own.length > 0 ? `:root, waypost-search { ${own.join(' ')} }` : ''
}

/** The first letter of the site on its accent, as in the masthead. */
function iconOf({ name, theme }: Site): string {
  const letter = [...name][0] ?? ''
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="${theme.accent ?? ACCENT}"/><text x="16" y="22.5" text-anchor="middle" font-family="system-ui, sans-serif" font-size="18" font-weight="600" fill="#fff">${letter}</text></svg>`.toString()
}

/** Comments and line breaks are for us; no text in the stylesheets holds two spaces in a row. */
function withoutGaps(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .trim()
}
