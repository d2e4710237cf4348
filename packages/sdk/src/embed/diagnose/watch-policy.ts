import {
  BY_NONCE,
  type HostDirective,
  hostPolicy,
  policyText,
  TRUSTED_TYPES_POLICY,
} from '../../contract/host-policy.js'
import { type Add, adderOf, type Scene } from './scene.js'

/** Milliseconds after which a browser has told of a refusal. */
const MOMENT = 100

/** What an event and a report of a refusal have in common. */
interface Refusal {
  effectiveDirective: string
  blockedURI?: string | null
  blockedURL?: string | null
  sample: string
  disposition: string
}

/**
 * What the page's policy refuses us: from now on, and from before as far as the browser has kept it.
 * `report()` adds a finding for each directive.
 */
export function watchPolicy(scene: Scene) {
  const refusals: Refusal[] = []
  const hear = (event: SecurityPolicyViolationEvent) => refusals.push(event)
  document.addEventListener('securitypolicyviolation', hear)
  let observer: ReportingObserver | undefined
  try {
    observer = new ReportingObserver(
      (reports) => refusals.push(...reports.map(({ body }) => body as never as Refusal)),
      { types: ['csp-violation'], buffered: true },
    )
    observer.observe()
  } catch {
    // Not every browser has one.
  }

  const isOurs = ({ blockedURI, blockedURL, effectiveDirective, sample }: Refusal) =>
    effectiveDirective === 'trusted-types'
      ? sample.startsWith(TRUSTED_TYPES_POLICY)
      : (blockedURI ?? blockedURL ?? '').startsWith(scene.server)

  return {
    /** Whether what was just tried was refused, and by the policy: it says so a moment later. */
    async hasRefused(...directives: string[]): Promise<boolean> {
      await new Promise((later) => setTimeout(later, MOMENT))
      return refusals.some(
        (one) =>
          one.disposition === 'enforce' &&
          directives.some((name) => one.effectiveDirective.startsWith(name)) &&
          isOurs(one),
      )
    },

    async report(): Promise<void> {
      await new Promise((later) => setTimeout(later, MOMENT))
      document.removeEventListener('securitypolicyviolation', hear)
      observer?.disconnect()
      const add = adderOf(scene)
      const told = new Set<string>()
      for (const one of refusals.filter(isOurs)) {
        // `script-src-elem` is governed by `script-src` where nobody names it.
        const directive = one.effectiveDirective.replace(/-(elem|attr)$/, '')
        if (told.has(directive)) continue
        told.add(directive)
        tell(add, scene.server, directive, one)
      }
    },
  }
}

function tell(add: Add, server: string, directive: string, refusal: Refusal): void {
  const policy = hostPolicy({ server, page: location.origin })
  const isEnforced = refusal.disposition === 'enforce'
  const needs =
    directive === 'trusted-types'
      ? TRUSTED_TYPES_POLICY
      : (policy[directive as HostDirective] ?? policy['connect-src'])
  const byNonce =
    directive === 'script-src' ? ` (or ${BY_NONCE}, and the nonce on the script tag)` : ''
  add(
    'csp_refused',
    isEnforced ? 'error' : 'warning',
    `The page’s Content-Security-Policy ${isEnforced ? 'refuses' : 'would refuse'} by ${directive} ` +
      (refusal.sample || (refusal.blockedURI ?? refusal.blockedURL)),
    `Add to ${directive}: ${needs}${byNonce}. In all the widget needs: ${policyText(policy)}`,
  )
}
