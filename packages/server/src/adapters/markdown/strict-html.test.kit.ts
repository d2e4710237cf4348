/** Every element that we draw, with the attributes that each may have. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  a: ['class', 'href', 'rel', 'title'],
  aside: ['class', 'role', 'aria-label'],
  blockquote: ['class'],
  br: [],
  code: ['class', 'data-language'],
  del: [],
  div: ['class', 'role', 'tabindex', 'aria-label'],
  em: [],
  h1: ['class', 'id'],
  h2: ['class', 'id'],
  h3: ['class', 'id'],
  h4: ['class', 'id'],
  h5: ['class', 'id'],
  h6: ['class', 'id'],
  hr: ['class'],
  img: ['class', 'src', 'alt', 'title', 'loading'],
  li: ['class'],
  ol: ['class', 'start'],
  p: ['class', 'aria-hidden'],
  pre: ['class', 'tabindex', 'dir'],
  span: ['class', 'role', 'aria-label'],
  strong: [],
  table: [],
  tbody: [],
  td: ['class'],
  th: ['class', 'scope'],
  thead: [],
  tr: [],
  ul: ['class'],
}
const VOID = ['br', 'hr', 'img']
const ENTITY = '&(?:amp|lt|gt|quot|#39);'
const PIECE = new RegExp(
  `([^<>&"']|${ENTITY})+|</([a-z0-9]+)>|<([a-z0-9]+)((?: [a-z-]+="(?:[^<>&"']|${ENTITY})*")*)>`,
  'y',
)

/**
 * Reads HTML by a grammar far narrower than a browser's: only our elements and attributes, all
 * values quoted, every reserved character escaped, everything closed, addresses of known schemes.
 * Throws with what does not fit.
 */
export function readStrictHtml(html: string): void {
  const open: string[] = []
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < html.length) {
    const at = PIECE.lastIndex
    const piece = PIECE.exec(html)
    if (piece === null) throw new Error(`Not ours: ${html.slice(at, at + 80)}`)
    const [, , closing, opening, attributes = ''] = piece
    if (closing !== undefined && open.pop() !== closing) throw new Error(`Stray </${closing}>`)
    if (opening === undefined) continue
    if (!VOID.includes(opening)) open.push(opening)
    checkAttributes(opening, attributes)
  }
  if (open.length > 0) throw new Error(`Never closed: ${open.join(' ')}`)
}

function checkAttributes(element: string, attributes: string) {
  const allowed = OURS[element]
  if (allowed === undefined) throw new Error(`Not our element: ${element}`)
  for (const [, name = '', value = ''] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
    if (!allowed.includes(name)) throw new Error(`Not our attribute: ${element} ${name}`)
    if (name === 'href' || name === 'src') checkAddress(name, decoded(value))
    if (name === 'class' && !/^wp-[a-z-]+(?: wp-[a-z-]+)*$/.test(value)) throw new Error(value)
  }
}

/** As the browser's own parser sees it from two pages of different schemes. */
function checkAddress(name: string, address: string) {
  const schemes = name === 'src' ? ['http:', 'https:'] : ['http:', 'https:', 'mailto:', 'tel:']
  const isOurs = /^[/#]/.test(address)
  for (const page of ['https://page.invalid/a/b', 'http://other.invalid/']) {
    const { protocol, origin } = new URL(address, page)
    if (!schemes.includes(protocol)) throw new Error(`Scheme of ${address}`)
    if (isOurs && origin !== new URL(page).origin) throw new Error(`Leaves the page: ${address}`)
    if (!isOurs && /^https?:$/.test(protocol) && origin.endsWith('.invalid')) {
      throw new Error(`Depends on the page: ${address}`)
    }
  }
}

function decoded(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
