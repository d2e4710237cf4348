/**
 * Gives an element its name. Where another build of us or a stranger has taken that, the element
 * gets the next one that is free: make it by `new`, which asks for no name.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const taken = customElements.get(tag)
  if (!taken) customElements.define(tag, element)
  else if (taken !== element) defineElement(`${tag}-`, element)
}
