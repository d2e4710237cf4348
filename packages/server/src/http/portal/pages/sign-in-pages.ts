import { Email, isWaypostError } from '@waypost/sdk/contract'
import * as v from 'valibot'
import type { SignIns } from '../../../domain/identity/sign-ins.js'
import { statusOf } from '../asking/status-of.js'
import { unsentOf } from '../asking/unsent-of.js'
import { type BringAlongDeps, bringAlong } from '../learning/bring-along.js'
import type { PageView, PortalPage, Visit } from '../page.js'
import { fieldIn, readForm } from '../read-form.js'
import { forgetting } from '../requests/remembered.js'
import { redirect, withCookies } from '../send-page.js'
import { codeView, linksView } from '../signing-in/code-view.js'
import { findReader } from '../signing-in/find-reader.js'
import { droppingSession, keepingSession } from '../signing-in/session-cookie.js'
import { signInView } from '../signing-in/sign-in-view.js'

export interface SignInPagesDeps extends BringAlongDeps {
  signIns: SignIns
}

const PATH = '/sign-in'

/** An address, then a code that was mailed to it; and the way out again. */
export function signInPages(deps: SignInPagesDeps): PortalPage[] {
  const { sessions, signIns } = deps

  return [
    {
      method: 'GET',
      path: PATH,
      budget: 'listTickets',
      async answer(visit) {
        if (await findReader(deps, visit)) return toRequests(visit)
        return signInView(visit, { email: '' })
      },
    },
    {
      method: 'POST',
      path: PATH,
      budget: 'createSignInCode',
      async answer(visit) {
        const { request, site, locale } = visit
        const form = await readForm(request)
        const typed = fieldIn(form, 'email').slice(0, 300)
        const email = v.safeParse(Email, typed)
        if (!email.success) {
          return { ...signInView(visit, { email: typed, why: whyNot(visit, typed) }), status: 422 }
        }
        if (form.get('act') === 'links') {
          await signIns.mailLinks(site.key, email.output, locale.tag)
          return linksView(visit, email.output)
        }
        await signIns.mailCode(site.key, email.output, locale.tag)
        return codeView(visit, { email: email.output, isAgain: form.get('act') === 'again' })
      },
      async recover(visit, error) {
        const unsent = unsentOf(error)
        if (!unsent) return undefined
        const form = await readForm(visit.request)
        const email = fieldIn(form, 'email').slice(0, 300)
        const view =
          form.get('act') === 'again'
            ? codeView(visit, { email, unsent })
            : signInView(visit, { email, unsent })
        return { ...view, ...statusOf(error) }
      },
    },
    {
      method: 'GET',
      path: `${PATH}/code`,
      answer: async ({ paths, locale }) => redirect(paths.signIn(locale.tag), 'for-now'),
    },
    {
      method: 'POST',
      path: `${PATH}/code`,
      budget: 'createSession',
      async answer(visit) {
        const form = await readForm(visit.request)
        const email = fieldIn(form, 'email').trim()
        // As mail programs and people write them: "123 456".
        const code = fieldIn(form, 'code').replace(/[\s-]/g, '')
        if (!/^\d{6}$/.test(code)) return wrong(visit, form, 'sign-in.why.digits')
        const { token } = await signIns.enterByCode(visit.site.key, email, code)
        const signedIn = toRequests(visit, keepingSession(visit, token))
        return withCookies(signedIn, await bringAlong(deps, visit, token))
      },
      async recover(visit, error) {
        const form = await readForm(visit.request)
        if (isWaypostError(error, 'invalid_input')) return wrong(visit, form, 'sign-in.why.code')
        const unsent = unsentOf(error)
        if (!unsent) return undefined
        const view = codeView(visit, { email: fieldIn(form, 'email'), unsent })
        return { ...view, ...statusOf(error) }
      },
    },
    {
      method: 'POST',
      path: '/sign-out',
      budget: 'endSession',
      async answer(visit) {
        const reader = await findReader(deps, visit)
        if (reader) await sessions.end(visit.site.key, reader.actor.sessionId)
        const path = `${visit.paths.requests(visit.locale.tag)}?signed-out`
        const out = redirect(path, 'after-post', { 'Set-Cookie': droppingSession(visit) })
        // What it kept of requests opens them, too: whoever leaves a library's machine wants both gone.
        return withCookies(out, [forgetting(visit)])
      },
    },
  ]
}

function toRequests({ paths, locale }: Visit, cookie?: string): Response {
  const path = paths.requests(locale.tag)
  if (cookie === undefined) return redirect(path, 'for-now')
  return redirect(`${path}?signed-in`, 'after-post', { 'Set-Cookie': cookie })
}

function wrong(
  visit: Visit,
  form: URLSearchParams,
  key: 'sign-in.why.digits' | 'sign-in.why.code',
): PageView {
  const { words } = visit
  const why = key === 'sign-in.why.code' ? words.t(key) : words.t(key, { example: '274 915' })
  const code = fieldIn(form, 'code').slice(0, 12)
  return { ...codeView(visit, { email: fieldIn(form, 'email'), code, why }), status: 422 }
}

function whyNot({ words }: Visit, email: string): string {
  const local = email.trim().split('@')[0]?.replace(/\s+/g, '.').slice(0, 40)
  const example = `${local || 'name'}@example.com`
  return email.trim() === ''
    ? words.t('sign-in.why.email', { example })
    : words.t('ask.why.not-email', { example })
}
