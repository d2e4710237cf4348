/** Numbers from 0 to 2³² - 1, seven bits a byte, the lowest first: most of ours need one or two. */
export function encodeVarints(numbers: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 5)
  let end = 0
  for (let at = 0; at < numbers.length; at++) {
    let rest = numbers[at] as number
    while (rest > 127) {
      bytes[end++] = (rest & 127) | 128
      rest >>>= 7
    }
    bytes[end++] = rest
  }
  return bytes.slice(0, end)
}

/** Fills `into` with the numbers that begin at a byte; returns where they end. */
export function decodeVarints(bytes: Uint8Array, from: number, into: Uint32Array): number {
  let at = from
  for (let i = 0; i < into.length; i++) {
    let byte = bytes[at++] as number
    let number = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number
      number |= (byte & 127) << shift
    }
    into[i] = number
  }
  return at
}
