/** The element that has the focus, looked for through shadow roots. */
export function activeElement(root: DocumentOrShadowRoot = document): HTMLElement | null {
  const active = root.activeElement
  return (active?.shadowRoot && activeElement(active.shadowRoot)) || (active as HTMLElement | null)
}
