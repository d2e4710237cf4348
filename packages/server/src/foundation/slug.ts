/** Characters; longer slugs help nobody and break file systems. */
const LONGEST = 80

/**
 * Words for an address: letters and digits of any script in lower case, all else as single hyphens.
 * Empty where the text holds neither.
 */
export function slugOf(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return [...words.join('-')].slice(0, LONGEST).join('').replace(/-+$/, '')
}
