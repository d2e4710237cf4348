export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

interface Open {
  name: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?'
const ATTRIBUTE = `\\s+(${NAME})="([^"<]*)"`
const TOKEN = new RegExp(
  `<\\?xml version="1\\.0" encoding="utf-8"\\?>|<(/?)(${NAME})((?:${ATTRIBUTE})*)\\s*(/?)>|[^<]+`,
  'y',
)
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The root of an XML document as we write them; throws at whatever is not well-formed. */
export function readXml(text: string): XmlElement {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids everywhere
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) {
    throw new Error('a character that XML forbids')
  }
  const top: Open = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const token = TOKEN.exec(text)
    const around = text.slice(at, at + 60)
    if (!token) throw new Error(`no token of XML: ${around}`)
    const [all, slash, name, attributes = '', , , empty] = token
    const parent = open.at(-1) ?? top
    if (name === undefined) {
      if (all.startsWith('<?')) {
        if (at !== 0) throw new Error('the declaration comes first')
      } else if (open.length > 1) parent.text += unescaped(all)
      else if (all.trim() !== '') throw new Error(`text outside of the root: ${around}`)
    } else if (slash) {
      if (parent.name !== name || open.length === 1) throw new Error(`</${name}> in ${parent.name}`)
      open.pop()
    } else {
      const element: Open = { name, attributes: attributesIn(attributes), children: [], text: '' }
      parent.children.push(element)
      if (!empty) open.push(element)
    }
  }
  const [root, ...more] = top.children
  if (open.length > 1 || !root || more.length > 0) throw new Error('not one root that ends')
  return root
}

function attributesIn(text: string): Record<string, string> {
  const all = [...text.matchAll(new RegExp(ATTRIBUTE, 'g'))]
  const named = Object.fromEntries(all.map(([, name = '', value = '']) => [name, unescaped(value)]))
  if (Object.keys(named).length !== all.length) throw new Error(`an attribute twice: ${text}`)
  return named
}

function unescaped(text: string): string {
  return text.replace(/&([^;\s]*;?)/g, (all, entity: string) => {
    const number = /^#(x[\da-f]+|\d+);$/i.exec(entity)?.[1]
    if (number) return String.fromCodePoint(Number(number.replace(/^x/i, '0x')))
    const character = entity.endsWith(';') ? ENTITIES[entity.slice(0, -1)] : undefined
    if (character === undefined) throw new Error(`no entity of XML: ${all}`)
    return character
  })
}
