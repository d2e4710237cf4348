import type { Translator } from '../../../messages/translator.js'

const KILO = 1_000

/** The size of a file as people read it: `14 kB`, `1.2 MB`. */
export function sayBytes({ locale }: Translator, bytes: number): string {
  const [unit, size] =
    bytes < KILO * KILO
      ? (['kilobyte', Math.max(1, bytes / KILO)] as const)
      : (['megabyte', bytes / KILO ** 2] as const)
  const maximumFractionDigits = unit === 'kilobyte' || size >= 10 ? 0 : 1
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(size)
}
