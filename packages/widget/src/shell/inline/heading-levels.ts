const DEEPEST = 6

/**
 * Has the headings of an element stand below those of the page around it: what is the first of a
 * panel is of the level that the host says, and the others follow. Looks through shadow roots, also
 * of what comes later.
 */
export function createHeadingLevels(root: () => ShadowRoot, level: () => number) {
  const observer = new MutationObserver(() => watch(root()))

  function watch(root: ShadowRoot): void {
    observer.observe(root, { childList: true, subtree: true })
    for (const element of root.querySelectorAll('*')) {
      const [, own] = /^H([1-6])$/.exec(element.tagName) ?? []
      if (own) element.ariaLevel = `${Math.min(Number(own) - 1 + level(), DEEPEST)}`
      if (element.shadowRoot) watch(element.shadowRoot)
    }
  }

  return {
    follow: () => watch(root()),
    stop: () => observer.disconnect(),
  }
}
