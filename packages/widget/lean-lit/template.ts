/** What `html` and `svg` give. */
export interface Result {
  strings: readonly string[]
  values: readonly unknown[]
  isSvg?: boolean
}

export const html = (strings: readonly string[], ...values: unknown[]): Result => ({
  strings,
  values,
})
export const svg = (strings: readonly string[], ...values: unknown[]): Result => ({
  strings,
  values,
  isSvg: true,
})

/** Where a value stands: at an element or comment, by its number; with a name, in an attribute. */
interface Hole {
  index: number
  /** As it is written, with what stands before it: `@click`. */
  name?: string | undefined
  /** What is written around the values. */
  around: readonly string[]
}

export interface Template {
  content: DocumentFragment
  holes: readonly Hole[]
}

/** Stands for a value in an attribute, and ends the name of one that has any. */
const MARK = '$lit$'
/** Stands for a value between tags. */
const HOLE = `<!--${MARK}-->`
/** The attribute in which a piece ends, be it with a value before. */
const LAST_ATTRIBUTE = /\s([^\s"=>]+)=("[^"]*)?$/

const policy = (globalThis as unknown as WithTrustedTypes).trustedTypes?.createPolicy('lit-html', {
  createHTML: (markup) => markup,
})
const templates = new WeakMap<readonly string[], Template>()

/** All elements and comments, in their order. */
export const walk = (node: Node) => document.createTreeWalker(node, 129)

export function templateOf({ strings, isSvg }: Result): Template {
  let template = templates.get(strings)
  if (!template) templates.set(strings, (template = createTemplate(strings, isSvg)))
  return template
}

function createTemplate(strings: readonly string[], isSvg = false): Template {
  const names: string[] = []
  const last = strings.at(-1)
  let markup = ''
  for (const piece of strings.slice(0, -1)) {
    markup += piece
    if (markup.lastIndexOf('<') <= markup.lastIndexOf('>')) markup += HOLE
    else {
      markup = markup.replace(LAST_ATTRIBUTE, (_, name: string, begun = '') => {
        if (name.endsWith(MARK)) return ` ${name}=${begun}${MARK}`
        names.push(name)
        return ` ${name}${MARK}=${begun}${MARK}${begun ? '' : ' '}`
      })
    }
  }
  // A value at the end needs something behind it that stays.
  markup += last || '<!---->'

  // A page of XHTML would read our templates as XML.
  const page =
    document.contentType === 'text/html' ? document : document.implementation.createHTMLDocument('')
  const element = page.createElement('template')
  const { content } = element
  if (isSvg) markup = `<svg>${markup}</svg>`
  element.innerHTML = policy?.createHTML(markup) ?? markup
  if (isSvg) content.firstChild?.replaceWith(...(content.firstChild as Element).childNodes)

  const holes: Hole[] = []
  const walker = walk(content)
  for (let index = 0; walker.nextNode(); index++) {
    const node = walker.currentNode as Element | Comment
    if (node instanceof Comment) {
      if (node.data === MARK) holes.push({ index, around: [] })
      continue
    }
    for (const attribute of node.getAttributeNames()) {
      if (!attribute.endsWith(MARK)) continue
      const around = (node.getAttribute(attribute) as string).split(MARK)
      holes.push({ index, name: names.shift(), around })
      node.removeAttribute(attribute)
    }
  }
  return { content, holes }
}

/** Where a page takes no markup that is text. */
interface WithTrustedTypes {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createHTML(markup: string): string },
    ): { createHTML(markup: string): string }
  }
}
