/** True for `en-GB` and `en`: their readers need no note about the other. */
export function sameLanguage(a: string, b: string): boolean {
  return a.split('-')[0]?.toLowerCase() === b.split('-')[0]?.toLowerCase()
}
