const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** An address that may stand in a link, made absolute; nothing for a scheme that could run script. */
export function safeHref(href: string, base: string = document.baseURI): string | undefined {
  try {
    const url = new URL(href, base)
    return schemes.has(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}
