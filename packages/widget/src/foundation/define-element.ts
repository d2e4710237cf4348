/** Gives an element its name. Where two copies of us share a page, the first stays. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element)
}
