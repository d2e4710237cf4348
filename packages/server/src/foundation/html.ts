declare const markup: unique symbol

/** HTML that came out of the tag below: the only thing that it lets through as it stands. */
export interface SafeHtml {
  readonly [markup]: true
  /** The HTML as text, to send. */
  toString(): string
}

/** What a template takes: `null`, `undefined` and `false` leave nothing behind, lists are joined. */
export type HtmlValue = SafeHtml | string | number | false | null | undefined | readonly HtmlValue[]

/** Known by identity, so that no stored or received object can pass as HTML. */
const texts = new WeakMap<object, string>()

/**
 * Builds HTML from a template. Every value is escaped for text and for quoted attributes
 * (`title="${title}"`), but for what another `html` made. Throws where an attribute has no quotes.
 * Nothing makes a value safe inside `<script>`, `<style>`, `on…` or as a tag name: never put one
 * there, and check addresses before they become an `href`.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): SafeHtml {
  let text = parts[0] ?? ''
  values.forEach((value, at) => {
    if (text.endsWith('=')) throw new TypeError(`Put quotes around the value after \`${text}\``)
    text += markupOf(value) + (parts[at + 1] ?? '')
  })
  return safe(text)
}

/** An attribute with its leading space, or nothing where the value is absent. */
export function attribute(name: string, value: string | number | false | null | undefined) {
  if (!/^[a-z][a-z-]*$/.test(name)) throw new TypeError(`Not an attribute's name: ${name}`)
  return value === false || value == null ? safe('') : safe(` ${name}="${escaped(String(value))}"`)
}

/**
 * A block of JSON-LD, the one script whose inside comes from values: no text in them can end it, and
 * a page's policy need not allow it, for browsers never run it.
 */
export function jsonLd(data: object): SafeHtml {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return safe(`<script type="application/ld+json">${json}</script>`)
}

function markupOf(value: HtmlValue): string {
  if (value === false || value == null) return ''
  if (typeof value !== 'object') return escaped(String(value))
  if (isList(value)) return value.map(markupOf).join('')
  return texts.get(value) ?? escaped(String(value))
}

function isList(value: SafeHtml | readonly HtmlValue[]): value is readonly HtmlValue[] {
  return Array.isArray(value)
}

function safe(text: string): SafeHtml {
  const made = Object.freeze({ toString: () => text }) as SafeHtml
  texts.set(made, text)
  return made
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
