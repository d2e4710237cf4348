/** One of the best of the found documents. */
export interface Candidate {
  /** Of the document. */
  readonly number: number
  readonly score: number
  /** Bit g is set when it holds group g of the plan. */
  readonly matched: number
}
