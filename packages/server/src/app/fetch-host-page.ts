import { CliError } from './cli-error.js'
import type { ScriptTag } from './judge-policy.js'
import { type Directives, readPolicies } from './policy-sources.js'

export interface FetchedPage {
  /** Where it stands in the end. */
  origin: string
  policies: Directives[]
  /** Policies that only report. */
  reportOnly: Directives[]
  tag: ScriptTag | undefined
}

const PATIENCE = 10_000
const META = /<meta\b[^>]*http-equiv\s*=\s*["']?content-security-policy["'\s/>][^>]*>/gi
const TAG = /<script\b[^>]*\bsrc\s*=\s*["']?[^"'\s>]*(waypost([.]single)?[.]js)[^>]*>/i

/** Fetches a page as a browser would, and reads what it says of policies and of us. */
export async function fetchHostPage(address: string): Promise<FetchedPage> {
  if (!/^https?:/.test(address) || !URL.canParse(address)) {
    throw new CliError(`"${address}" is no address of a page. Write it as https://app.example.com/`)
  }
  const answer = await fetch(address, {
    headers: { Accept: 'text/html' },
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((cause: Error) => {
    const reason = (cause.cause as Error | undefined)?.message || cause.message
    throw new CliError(`${address} could not be fetched: ${reason}`, { cause })
  })
  // The page of an error, or of who must sign in, has a policy of its own, if any.
  if (!answer.ok) throw new CliError(`${address} could not be fetched: it answers ${answer.status}`)
  const html = await answer.text()
  const metas = [...html.matchAll(META)].map(([meta]) => attribute(meta, 'content') ?? '')
  const of = (header: string) => readPolicies(answer.headers.get(header) ?? '')
  // Browsers take a sandbox from the header that holds alone.
  const unboxed = (policies: Directives[]) =>
    policies.map((policy) => new Map([...policy].filter(([name]) => name !== 'sandbox')))
  const tag = TAG.exec(html)
  return {
    origin: new URL(answer.url).origin,
    policies: [...of('content-security-policy'), ...unboxed(metas.flatMap(readPolicies))],
    reportOnly: unboxed(of('content-security-policy-report-only')),
    tag: tag
      ? { nonce: attribute(tag[0], 'nonce'), isSingle: tag[1]?.includes('single') ?? false }
      : undefined,
  }
}

function attribute(tag: string, name: string): string | undefined {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag) ?? []
  return (double ?? single ?? bare)?.replaceAll('&#39;', "'").replaceAll('&quot;', '"')
}
