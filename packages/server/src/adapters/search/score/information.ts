/** How much it tells that a document holds what `holding` of all documents do: BM25's idf. */
export function informationOf(holding: number, documentCount: number): number {
  return Math.log(1 + (documentCount - holding + 0.5) / (holding + 0.5))
}

/** The parts of a whole; nothing where there is no whole. */
export function sharesOf(parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => (whole > 0 ? part / whole : 0))
}
