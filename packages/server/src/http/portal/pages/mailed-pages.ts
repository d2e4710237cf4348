import { isWaypostError } from '@waypost/sdk/contract'
import type { SignIns } from '../../../domain/identity/sign-ins.js'
import type { MailLinks } from '../../../domain/notifications/mail-links.js'
import type { Clock } from '../../../foundation/clock.js'
import { type BringAlongDeps, bringAlong } from '../learning/bring-along.js'
import type { PortalPage, Visit } from '../page.js'
import { redirect, withCookies } from '../send-page.js'
import { goneView, linkView } from '../signing-in/link-view.js'
import { keepingSession } from '../signing-in/session-cookie.js'

export interface MailedPagesDeps extends BringAlongDeps {
  signIns: SignIns
  mailLinks: MailLinks
  clock: Clock
}

/**
 * What the links of mails lead to. One to a request goes on to its page, which is only read; one that
 * signs in shows a button, because a program that looks into mails presses none.
 */
export function mailedPages(deps: MailedPagesDeps): PortalPage[] {
  const { signIns, mailLinks, clock } = deps
  const page = { path: '/mail/:token', isSecret: true } as const
  const targetOf = (visit: Visit) => mailLinks.read(tokenOf(visit), clock.now())

  return [
    {
      ...page,
      method: 'GET',
      budget: 'getTicket',
      async answer(visit) {
        const { paths, locale, site } = visit
        const target = targetOf(visit)
        if (target?.kind === 'ticket') {
          // The link itself: what it opens ends with it.
          return redirect(paths.request(locale.tag, tokenOf(visit)), 'for-now')
        }
        const address = target && (await signIns.addressOfLink(site.key, target.codeId))
        return address ? linkView(visit, { address, token: tokenOf(visit) }) : goneView(visit)
      },
    },
    {
      ...page,
      method: 'POST',
      budget: 'createSession',
      async answer(visit) {
        const { paths, locale, site } = visit
        const target = targetOf(visit)
        if (target?.kind !== 'sign-in') return goneView(visit)
        const { token } = await signIns.enterByLink(site.key, target.codeId)
        const signedIn = redirect(`${paths.requests(locale.tag)}?signed-in`, 'after-post', {
          'Set-Cookie': keepingSession(visit, token),
        })
        return withCookies(signedIn, await bringAlong(deps, visit, token))
      },
      recover: async (visit, error) =>
        isWaypostError(error, 'invalid_input') ? goneView(visit) : undefined,
    },
  ]
}

const tokenOf = ({ params }: Visit): string => params.token ?? ''
