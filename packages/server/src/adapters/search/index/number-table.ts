/** Whole numbers from 0, by their place. */
export type NumberTable = Uint8Array | Uint16Array | Uint32Array

/** The same numbers in as few bytes as the highest of them takes: there are millions. */
export function narrowed(numbers: Uint32Array): NumberTable {
  let highest = 0
  for (let at = 0; at < numbers.length; at++) {
    if ((numbers[at] as number) > highest) highest = numbers[at] as number
  }
  if (highest < 2 ** 8) return Uint8Array.from(numbers)
  return highest < 2 ** 16 ? Uint16Array.from(numbers) : numbers
}
