import type { Settings } from '@waypost/sdk/contract'
import type { AttachmentLimits } from '../domain/attachments/attachment.js'
import type { SiteForm } from '../domain/forms/site-form.js'

/** What the doors need to know of a site. */
export interface Site {
  readonly key: string
  readonly name: string
  readonly defaultLocale: string
  /** Exact origins whose pages may call us; `loopback` is any port of this machine, `file` a file. */
  readonly origins: readonly string[]
  readonly theme: Settings['theme']
  readonly mode: Settings['mode']
  readonly kinds: Settings['form']['kinds']
  readonly replyHours: number | null
  readonly hours: Settings['hours']
  /** The host's server tells the orders of a signed customer. */
  readonly hasOrders: boolean
  /** What may be attached to messages; `null` where nothing may. */
  readonly attachments: AttachmentLimits | null
  /** When strangers are asked for a little work before they open a ticket. */
  readonly proofOfWork: 'never' | 'under-load' | 'always'
  /** What is asked beside subject and message, in all languages. */
  readonly form: SiteForm
}

export interface Sites {
  readonly all: readonly Site[]
  /** The site that is meant when a call names none. */
  readonly main: Site
  find(key: string): Site | undefined
}

export function createSites(all: readonly [Site, ...Site[]]): Sites {
  const byKey = new Map(all.map((site) => [site.key, site]))
  return { all, main: all[0], find: (key) => byKey.get(key) }
}
