import { parseSync, Visitor } from 'vite'

/**
 * Takes out of Lit's literals what only people read: comments, line breaks, indentation. Minifiers
 * leave them alone. The line breaks go on in the code behind, so that every line keeps its number
 * and source maps stay right.
 */
export function compactLiterals(fileName: string, source: string): string {
  const edits: { start: number; end: number; text: string }[] = []
  const visitor = new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      const compact = tag.type === 'Identifier' && compactBy[tag.name]
      if (!compact) return
      const pieces = quasi.quasis.map(({ value }) => value.raw)
      const texts = compact(pieces.join(HOLE)).split(HOLE)
      quasi.quasis.forEach((piece, i) => {
        const { raw } = piece.value
        const text = texts[i] ?? ''
        const start = startOf(piece)
        const close = piece.tail ? '`' : '${'
        const lines = raw.split('\n').length - text.split('\n').length
        const end = start + raw.length + close.length
        edits.push({ start, end, text: text + close + '\n'.repeat(lines) })
      })
    },
  })
  visitor.visit(parseSync(fileName, source).program)
  let code = ''
  let done = 0
  // Literals stand in the values of others.
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    code += source.slice(done, start) + text
    done = end
  }
  return code + source.slice(done)
}

/** In TypeScript the parser counts the backtick or brace before a piece to it. */
function startOf({ start, end, value }: { start: number; end: number; value: { raw: string } }) {
  return end - start === value.raw.length ? start : start + 1
}

/** Stands for a value, so that a tag that goes on behind one is seen as one. */
const HOLE = '\0'

const compactBy: Partial<Record<string, (text: string) => string>> = {
  css: compactCss,
  html: compactHtml,
  svg: compactHtml,
}

/**
 * Between tags one space stays where there was any: two words beside each other stay two. None stays
 * at the edge of a block, where nobody draws one.
 */
function compactHtml(text: string): string {
  const compact = text.replace(/<[a-z/!](?:"[^"]*"|[^">])*>|[^<]+/gi, (part) => {
    if (!part.startsWith('<')) return part.replace(/\s+/g, ' ')
    const tag = part.replace(/"[^"]*"|\s+/g, (inner) => (inner.startsWith('"') ? inner : ' '))
    return tag.replace(/ (?=\/?>$)/, '')
  })
  return compact.replace(BLOCK, '$1').replace(LAST_ENDS, '')
}

const BLOCK =
  / ?(<\/?(?:div|p|ul|ol|li|section|header|h[1-6]|form|fieldset|legend)(?: (?:"[^"]*"|[^">])*)?>) ?/g

/** A parser closes what is open at the end. */
const LAST_ENDS = /(?:<[/][a-z][\w-]*>)+$/

function compactCss(text: string): string {
  return text
    .replace(/\/[*][\s\S]*?[*]\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/([(]) | (?=[)])/g, '$1')
    .replace(/ > /g, '>')
    .replaceAll(';}', '}')
    .replace(/\b0[.](?=\d)/g, '.')
    .replace(SIZE, (_, least = '', axis) => least + (axis === 'inline' ? 'width' : 'height'))
    .replace(SIDE, (_, what, side) => {
      return (what === 'inset' ? '' : `${what}-`) + (side === 'start' ? 'top' : 'bottom')
    })
    .trim()
}

/** Lines run from side to side in every language of ours: `base.styles.ts` says so. */
const SIZE = /(?<=[{;])(min-|max-)?(inline|block)-size(?=:)/g
const SIDE = /(?<=[{;])(margin|padding|border|inset)-block-(start|end)(?=:|-)/g
