/** A tag as BCP 47 writes it, also from a page that says `en_US`; nothing for what is no language. */
export function validLocale(tag: unknown): string | undefined {
  try {
    return Intl.getCanonicalLocales(String(tag).replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}
