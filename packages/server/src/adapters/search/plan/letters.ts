/** Which letters a word has: one bit for each of 32 classes of letters. */
export function lettersOf(typed: string): number {
  let letters = 0
  for (let i = 0; i < typed.length; i++) letters |= 1 << (typed.charCodeAt(i) & 31)
  return letters
}

/** How many letters only one of two words has. */
export function differentLetters(a: number, b: number): number {
  return bitCount(a ^ b)
}

/** How many letters of `a` the other word lacks. */
export function missingLetters(a: number, b: number): number {
  return bitCount(a & ~b)
}

/** Counts bits in parallel, see https://graphics.stanford.edu/~seander/bithacks.html. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
