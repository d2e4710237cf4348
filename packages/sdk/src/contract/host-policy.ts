/** Directives of a Content-Security-Policy that the widget needs something of. */
export type HostDirective = 'script-src' | 'connect-src' | 'img-src' | 'media-src'

/** By directive, what it must allow; films only where there are any. */
export type HostPolicy = Readonly<
  Record<Exclude<HostDirective, 'media-src'>, string> & Partial<Record<'media-src', string>>
>

export interface HostPolicyInput {
  /** Address of the server, without a slash at the end. */
  server: string
  /** Origin of the page, where it is known. */
  page?: string | undefined
  /** Origins of pictures from elsewhere: those of articles, a logo. */
  pictures?: readonly string[]
  /** Origins of the films of lessons from elsewhere; left out where no lesson has a film. */
  films?: readonly string[] | undefined
}

/** For the scripts of a page that gives them a nonce: our tag has it, and what that fetches needs none. */
export const BY_NONCE = "'nonce-{nonce}' 'strict-dynamic'"

/** The one policy of Trusted Types that the panel makes, where a page names those it allows. */
export const TRUSTED_TYPES_POLICY = 'lit-html'

/**
 * What a Content-Security-Policy of a page must allow for the widget, by where it comes from; the
 * page's own comes on top.
 */
export function hostPolicy({ server, page, pictures = [], films }: HostPolicyInput): HostPolicy {
  const { origin, pathname } = new URL(server)
  const folder = pathname === '/' ? origin : `${server}/`
  const source = page === origin ? "'self'" : folder
  const withSource = (others: readonly string[]) =>
    [...new Set([source, ...others.filter((it) => it !== origin).sort()])].join(' ')
  return {
    'script-src': source,
    'connect-src': source,
    'img-src': withSource(pictures),
    ...(films && { 'media-src': withSource(films) }),
  }
}

/** Written as the header has it. */
export const policyText = (policy: Partial<HostPolicy>): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
