/** What a host pastes into its pages. */
export function scriptTag(publicUrl: string, siteKey: string): string {
  return `<script async crossorigin src="${publicUrl}/waypost.js" data-site="${siteKey}"></script>`
}
