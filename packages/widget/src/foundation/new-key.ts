/** 128 random bits: names one deed, so that trying again does it once. */
export function newKey(): string {
  return crypto.getRandomValues(new BigUint64Array(2)).join('-')
}
