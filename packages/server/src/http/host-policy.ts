export interface HostPolicyInput {
  /** Address of the server, without a slash at the end. */
  publicUrl: string
  /** Origin of the page, where it is known. */
  page: string | undefined
  /** Origins of pictures that articles take from elsewhere. */
  pictures: readonly string[]
}

/** What a Content-Security-Policy of a page must allow for the widget; the page's own comes on top. */
export function hostPolicy({ publicUrl, page, pictures }: HostPolicyInput) {
  const { origin, pathname } = new URL(publicUrl)
  const folder = pathname === '/' ? origin : `${publicUrl}/`
  const server = page === origin ? "'self'" : folder
  const images = [server, ...pictures.filter((it) => it !== origin).sort()].join(' ')
  const rest = `connect-src ${server}; img-src ${images}`
  return {
    /** For a page that gives its scripts a nonce: the tag has it, and what it fetches needs none. */
    withNonce: `script-src 'nonce-{nonce}' 'strict-dynamic'; ${rest}`,
    /** For a page that names where its scripts come from. */
    bySource: `script-src ${server}; ${rest}`,
  }
}
