import { isWaypostError, type NewTicketInput, WaypostError } from '@waypost/sdk/contract'
import type { AttachedFile } from '../../../domain/attached-file.js'
import type { Attachments } from '../../../domain/attachments/attachments.js'
import type { Sessions } from '../../../domain/identity/sessions.js'
import type { Insights } from '../../../domain/insights/insights.js'
import type { Finder } from '../../../domain/knowledge/finder.js'
import type { TicketTokens } from '../../../domain/secrets.js'
import type { Tickets } from '../../../domain/tickets/tickets.js'
import type { NewId } from '../../../foundation/ids.js'
import type { GuardOpening } from '../../guard-opening.js'
import { requestOrigin } from '../../idempotency.js'
import type { RateLimits } from '../../rate-limits.js'
import { askView } from '../asking/ask-view.js'
import { type AskWords, wordsIn, wordsInAddress } from '../asking/ask-words.js'
import { ticketIn } from '../asking/check-words.js'
import { mendsOf } from '../asking/mends.js'
import { statusOf } from '../asking/status-of.js'
import { suggest } from '../asking/suggest.js'
import { unsentOf } from '../asking/unsent-of.js'
import { uploadsIn } from '../asking/uploads-in.js'
import { createHolders } from '../attaching/holders.js'
import { keptFiles } from '../attaching/kept-files.js'
import { leaveFiles, takeFiles } from '../attaching/take-files.js'
import type { PageView, PortalPage, Visit } from '../page.js'
import { fieldIn, readForm } from '../read-form.js'
import { remembering } from '../requests/remembered.js'
import { redirect } from '../send-page.js'
import { findReader } from '../signing-in/find-reader.js'

export interface ContactPageDeps {
  tickets: Tickets
  ticketTokens: TicketTokens
  finder: Finder
  insights: Insights
  guardOpening: GuardOpening
  sessions: Sessions
  attachments: Attachments
  rateLimits: RateLimits
  newId: NewId
  digest(text: string): string
}

const PATH = '/contact'

/** The form to ask, and what becomes of it: one request, however often it is sent. */
export function contactPages(deps: ContactPageDeps): PortalPage[] {
  const { tickets, ticketTokens, finder, guardOpening, newId, digest } = deps
  const holders = createHolders(deps)
  const newKey = () => newId('ask')

  return [
    {
      method: 'GET',
      path: PATH,
      budget: 'suggestForDraft',
      async answer(visited) {
        refuseWhereNobodyAnswers(visited)
        const visit = await asReader(visited)
        return fresh(visit, wordsInAddress(visit, newKey()))
      },
    },
    {
      method: 'POST',
      path: PATH,
      budget: 'createTicket',
      async answer(visited) {
        refuseWhereNobodyAnswers(visited)
        const visit = await asReader(visited)
        const { actor, address, locale, paths, request } = visit
        const form = await readForm(request, takeFiles(deps, visit, holders.forForm(visit)))
        const words = wordsIn(visit, form)
        // A closed request hands on what was written in it: to be looked at, not to be sent.
        if (form.get('act') === 'begin') return fresh(visit, { ...words, key: newKey() })

        const input = ticketIn(visit, words)
        const origin = requestOrigin(
          words.key || undefined,
          { actor, route: 'createTicket', params: undefined, body: comparable(input, visit) },
          digest,
        )
        const guard = { trap: fieldIn(form, 'website'), seconds: secondsFor(visit, words) }
        const opening = { actor, address, body: input, guard, canProve: false }
        const isNew = !(await tickets.isOpened(origin))
        const doubt = isNew ? await guardOpening(opening) : undefined
        const context = contextOf(visit, words)
        const holder = input.attachmentIds && (await holders.find(visit, words.holder))
        const opener = holder ?? actor
        const ticket = await tickets.open(opener, { ...input, context }, origin, 'portal', doubt)
        if (holder) await holders.end(visit, holder)
        const asked = { ticketId: ticket.id, locale: locale.tag, searchId: undefined }
        deps.insights.asked({ actor, caller: address }, asked)
        const token = ticketTokens.issue(ticket.id, ticket.accessVersion)
        return redirect(`${paths.request(locale.tag, token)}?sent`, 'after-post', {
          'Set-Cookie': remembering(visit, token),
          'Referrer-Policy': 'no-referrer',
        })
      },

      async recover(visited, error) {
        // What cannot be looked up now must not cost a word of what was typed.
        const visit = await asReader(visited).catch(() => visited)
        const isInvalid = isWaypostError(error, 'invalid_input')
        const unsent = unsentOf(error)
        if (!isInvalid && !unsent) return undefined
        const form = await readForm(visit.request, isInvalid ? undefined : leaveFiles(visit))
        const words = wordsIn(visit, form)
        const attached = await attachedTo(visit, words).catch(() => [])
        const mends = mendsOf(visit, words, isInvalid ? error.errors : [])
        if (!isInvalid) {
          const key = unsent === 'twice' ? newKey() : words.key || newKey()
          const asking = { words: { ...words, key }, unsent, mends, attached }
          return { ...askView(visit, asking), ...statusOf(error) }
        }
        const asking = {
          words: { ...words, key: words.key || newKey() },
          ...{ mends, attached },
          // What nobody can mend in the form is for us to mend.
          unsent: mends.length === 0 ? ('failed' as const) : undefined,
          suggestions: suggest(finder, visit, `${words.subject}\n${words.message}`),
        }
        return { ...askView(visit, asking), ...statusOf(error) }
      },
    },
  ]

  /** Whoever is signed in asks under the address that they have proved. */
  async function asReader(visit: Visit): Promise<Visit> {
    const reader = await findReader(deps, visit)
    return reader ? { ...visit, actor: reader.actor } : visit
  }

  /** Files that are with us, as far as whoever sends the form may name them. */
  async function attachedTo(visit: Visit, words: AskWords): Promise<AttachedFile[]> {
    const ids = uploadsIn(visit.form, words)
    if (ids.length === 0) return []
    return keptFiles(deps.attachments, await holders.find(visit, words.holder), ids)
  }

  function fresh(visit: Visit, words: AskWords): PageView {
    const suggestions = suggest(finder, visit, words.subject)
    const canonical = visit.paths.contact(visit.locale.tag)
    return { ...askView(visit, { words, suggestions }), canonical }
  }
}

/** How long the form was open; unknown where nobody has noted when it was drawn. */
function secondsFor({ now }: Visit, { begun }: AskWords): number | undefined {
  return begun === '' ? undefined : (now.getTime() - Number(begun)) / 1000
}

function refuseWhereNobodyAnswers({ canAsk }: Visit): void {
  if (!canAsk) throw new WaypostError('not_found')
}

/** A second click is the same question: its files came anew, under other ids. */
function comparable(
  { attachmentIds = [], fields = {}, ...input }: NewTicketInput,
  { form }: Visit,
) {
  const answers = Object.entries(fields).map(([id, answer]) => {
    const isFile = form.fields.some((field) => field.id === id && field.type === 'file')
    return [id, isFile && Array.isArray(answer) ? answer.length : answer]
  })
  return { ...input, fields: Object.fromEntries(answers), files: attachmentIds.length }
}

/** Where the customer was when they asked, as the widget says it too. */
function contextOf({ request, locale, paths }: Visit, { page }: AskWords) {
  const userAgent = request.headers.get('user-agent')?.slice(0, 500)
  return {
    url: paths.absolute(page || paths.contact(locale.tag)),
    locale: locale.tag,
    ...(userAgent && { userAgent }),
  }
}
