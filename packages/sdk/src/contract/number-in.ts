/** Well parted: thousands by commas, a fraction by a point. */
const PARTED = /^[-+]?(?=\.?\d)([1-9]\d{0,2}(,\d{3}){1,4}|\d{0,15})(\.\d{0,10})?$/

/**
 * A number as people write it, `1 250,50` or `1,250.50`; what is none stays text, which is said to be none. Where
 * one sign may part thousands or a fraction, `1,250`, the reader's locale says which; where that knows no such
 * sign, nobody can tell, and a thousandth is worse than to be asked.
 */
export function numberIn(text: string, locale: string): string | number {
  const bare = text.replace(/[\s'’]/g, '').replace('−', '-')
  const turned = bare.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'))
  const [number = text, other = number] = [bare, turned]
    .filter((way) => PARTED.test(way))
    .map((way) => Number(way.replaceAll(',', '')))
  if (number === other) return number
  const isComma = bare.includes(',')
  const means = new Intl.NumberFormat(locale)
    .formatToParts(12345.6)
    .find(({ value }) => value === (isComma ? ',' : '.'))?.type
  if (!means) return text
  return (means === 'group') === isComma ? number : other
}
