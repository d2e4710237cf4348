import type { ElementsManifest } from '../packages/widget/elements-manifest.js'

type Declaration = ElementsManifest['modules'][number]['declarations'][number]
type Row = readonly [string, ...string[]]

/** What `docs/elements.md` says of one element, in tables: as the manifest has it. */
export function elementTables(declaration: Declaration): string[] {
  const { members = [], slots = [], events = [], cssParts = [], cssProperties = [] } = declaration
  const plain = (named: readonly { name: string; description?: string }[]): Row[] =>
    named.map(({ name, description = '' }) => [name ? code(name) : '(none)', description])
  return [
    table(
      ['attribute', 'property', 'what'],
      members
        .filter(({ attribute }) => attribute)
        .map(({ attribute = '', name, description = '' }) => [
          code(attribute),
          code(name),
          description,
        ]),
    ),
    table(['slot', 'what'], plain(slots)),
    table(
      ['event', 'class', 'what'],
      events.map(({ name, type, description = '' }) => [
        code(name),
        code(type?.text ?? ''),
        description,
      ]),
    ),
    table(['part', 'what'], plain(cssParts)),
    table(['custom property', 'what'], plain(cssProperties)),
  ].filter((rows) => rows !== '')
}

const code = (text: string) => `\`${text}\``

function table(head: Row, rows: readonly Row[]): string {
  if (rows.length === 0) return ''
  const all = [head, ...rows].map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')))
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const [first = [], ...others] = all
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join(
    '\n',
  )
}
