import { isPlain, nothing } from './values.js'

/** Draws values into an attribute, or a property by `.`, a yes or no by `?`, a listener by `@`. */
export function attribute(
  element: Element,
  written: string,
  around: readonly string[],
  host: object,
) {
  const kind = written[0] as string
  const name = written.replace(/^[.?@]/, '')
  let values: unknown[] = around.map(() => nothing)

  if (kind === '@') {
    element.addEventListener(name, (event) => {
      const [hear] = values
      if (typeof hear === 'function') hear.call(host, event)
    })
  }
  return (next: () => unknown) => {
    const before = values
    values = around.slice(1).map(next)
    const [first] = values
    if (kind === '@' || values.every((value, i) => isPlain(value) && value === before[i])) return
    const isThere = !values.includes(nothing)
    if (kind === '.') Object.assign(element, { [name]: isThere ? first : undefined })
    else if (kind === '?') element.toggleAttribute(name, isThere && Boolean(first))
    else if (!isThere) element.removeAttribute(name)
    else {
      const text = values.map((value, i) => `${value ?? ''}${around[i + 1]}`).join('')
      element.setAttribute(name, around[0] + text)
    }
  }
}
