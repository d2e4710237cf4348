import { attribute } from './attribute.js'
import { type Result, type Template, templateOf, walk } from './template.js'
import { isPlain, nothing } from './values.js'

/**
 * Draws what is between two nodes, and of what stands there changes only what is another: text, a
 * result of `html`, a node, or a list of these.
 */
export function fill(start: ChildNode, end: Node | null, host: object) {
  /** A text or a node that stands there alone. */
  let shown: unknown = ''
  let drawn: Drawn | undefined
  let items: { start: ChildNode; set: (value: unknown) => void }[] | undefined

  const put = <Some extends Node>(node: Some): Some =>
    (start.parentNode as Node).insertBefore(node, end)

  function clear(node = start.nextSibling): void {
    while (node && node !== end) {
      const next = node.nextSibling
      node.remove()
      node = next
    }
  }

  function show(what?: unknown): void {
    clear()
    drawn = items = undefined
    shown = what
  }

  function setText(text: string): void {
    if (text === shown) return
    if (text && shown && typeof shown === 'string') {
      ;(start.nextSibling as Text).data = text
      shown = text
    } else {
      show(text)
      if (text) put(document.createTextNode(text))
    }
  }

  function setResult(result: Result): void {
    const template = templateOf(result)
    if (drawn?.template === template) drawn.set(result.values)
    else {
      const next = draw(template, host)
      next.set(result.values)
      show()
      drawn = next
      put(next.fragment)
    }
  }

  function setList(values: Iterable<unknown>): void {
    if (!items) show()
    const list = (items ??= [])
    let count = 0
    for (const value of values) {
      if (!list[count]) {
        const start = put(new Comment())
        list.push({ start, set: fill(start, put(new Comment()), host) })
      }
      list[count++]?.set(value)
    }
    if (list[count]) clear(list[count]?.start)
    list.length = count
  }

  return (value: unknown): void => {
    if (isPlain(value)) setText(value === nothing ? '' : `${value ?? ''}`)
    else if ('strings' in (value as Result)) setResult(value as Result)
    else if (!(value instanceof Node)) setList(value as Iterable<unknown>)
    else if (value !== shown) {
      show(value)
      put(value)
    }
  }
}

/** Draws values where they stand in a template. */
interface Drawn {
  template: Template
  fragment: DocumentFragment
  set(values: readonly unknown[]): void
}

/** Makes a copy of a template; `host` hears its events. */
function draw(template: Template, host: object): Drawn {
  const fragment = document.importNode(template.content, true)
  const walker = walk(fragment)
  let at = -1
  const parts = template.holes.map(({ index, name, around }) => {
    for (; at < index; at++) walker.nextNode()
    const node = walker.currentNode
    if (name) return attribute(node as Element, name, around, host)
    const set = fill(node as Comment, node.nextSibling, host)
    return (next: () => unknown) => set(next())
  })
  return {
    template,
    fragment,
    set(values) {
      let at = 0
      for (const part of parts) part(() => values[at++])
    },
  }
}
