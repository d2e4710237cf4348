/** Makes an element by hand: a strict page takes no markup that is text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  Object.assign(element, properties)
  element.append(...children)
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

/** Makes a picture of one path. */
export function makePath(d: string, attributes: Record<string, string>): SVGElement {
  const picture = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  for (const [name, value] of Object.entries(attributes)) picture.setAttribute(name, value)
  picture.ariaHidden = 'true'
  path.setAttribute('d', d)
  picture.append(path)
  return picture
}
