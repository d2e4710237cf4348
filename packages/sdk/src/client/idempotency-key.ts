/** 128 random bits. Not `randomUUID`, which browsers hide from pages served over plain HTTP. */
export function newIdempotencyKey(): string {
  return crypto.getRandomValues(new BigUint64Array(2)).join('-')
}
