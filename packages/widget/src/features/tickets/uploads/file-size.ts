const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/**
 * How large a file is, as one reads it: “14 kB”, “1.4 MB”. A limit of 10 × 2²⁰ bytes is “10 MB”; what
 * is over it by a little is rounded up, so that it is seen.
 */
export function fileSize(bytes: number, locale: string, rounded: 'nearest' | 'up' = 'nearest') {
  let size = bytes
  let step = 0
  for (; size >= 999.5 && step < UNITS.length - 1; step += 1) size /= 1024
  const digits = (step > 0 && size < 9.95) || rounded === 'up' ? 1 : 0
  const round = rounded === 'up' ? Math.ceil : Math.round
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step > 0 ? 'short' : 'long',
    maximumFractionDigits: digits,
  })
  // No line ends between a number and its unit.
  return format.format(round(size * 10 ** digits) / 10 ** digits).replace(' ', '\u00a0')
}
