/** The text of a part of an address. A stray `%` stays as it is written. */
export function percentDecoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
