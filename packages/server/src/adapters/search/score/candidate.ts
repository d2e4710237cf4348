/** One of the best of the found documents. */
export interface Candidate {
  /** Of the document. */
  readonly number: number
  readonly score: number
}
