import { isWaypostError, NewMessageSchema, WaypostError } from '@waypost/sdk/contract'
import type { Attachments } from '../../../domain/attachments/attachments.js'
import type { CarryingRoom } from '../../../domain/education/carrying.js'
import type { Articles } from '../../../domain/knowledge/articles.js'
import type { Finder } from '../../../domain/knowledge/finder.js'
import type { NewId } from '../../../foundation/ids.js'
import { requestOrigin } from '../../idempotency.js'
import { parseInput } from '../../parse-input.js'
import type { RateLimits } from '../../rate-limits.js'
import { faultOf } from '../asking/check-words.js'
import { statusOf } from '../asking/status-of.js'
import { suggest } from '../asking/suggest.js'
import { unsentOf } from '../asking/unsent-of.js'
import type { FilePaths } from '../attaching/draw-attached.js'
import { keptFiles } from '../attaching/kept-files.js'
import { sayAttachments, sayRefused } from '../attaching/say-refused.js'
import { leaveFiles, refusedOf, takeFiles } from '../attaching/take-files.js'
import type { PageView, PortalPage, Visit } from '../page.js'
import { fieldIn, readForm } from '../read-form.js'
import { drawMessage } from '../requests/conversation.js'
import { type FindRequestDeps, type FoundRequest, findRequest } from '../requests/find-request.js'
import { markSeen } from '../requests/mark-seen.js'
import { missingView } from '../requests/missing-view.js'
import { remembering } from '../requests/remembered.js'
import type { Replying } from '../requests/reply-form.js'
import { requestView } from '../requests/request-view.js'
import { sentView } from '../requests/sent-view.js'
import { redirect } from '../send-page.js'

export interface RequestPageDeps extends FindRequestDeps {
  articles: Articles
  finder: Finder
  attachments: Attachments
  carrying: CarryingRoom
  rateLimits: RateLimits
  newId: NewId
  /** The address that opens a file for a while. */
  filePath(attachmentId: string): string
  digest(text: string): string
}

const LEFT_OUT = { path: 'files', code: 'invalid' } as const
const WORDLESS = { path: 'message', code: 'required' } as const

/** Messages on one page; a request that is longer is read backwards from its end. */
const PER_PAGE = 50

/** One request, for whoever holds its link: GET reads it, POST replies, solves or reopens. */
export function requestPages(deps: RequestPageDeps): PortalPage[] {
  const { tickets, articles, carrying, finder, newId, digest } = deps
  const page = { path: '/requests/:token', isSecret: true } as const

  return [
    {
      ...page,
      method: 'GET',
      budget: 'getTicket',
      async answer(visit) {
        const { query, paths, locale } = visit
        const found = await findRequest(deps, visit, tokenOf(visit))
        const isNews = found.ticket.status === 'new' && found.ticket.messageCount === 1
        if (query.has('sent') && isNews) {
          return sentView(visit, found, suggest(finder, visit, found.ticket.subject))
        }
        try {
          return await draw(visit, found, { message: '', key: newId('rep') })
        } catch (error) {
          if (!isWaypostError(error, 'invalid_input')) throw error
          // No place in the conversation that we ever named: its end is one.
          return redirect(paths.request(locale.tag, found.token), 'for-now')
        }
      },
      recover: async (visit, error) => missing(visit, error),
    },
    {
      ...page,
      method: 'POST',
      budget: 'createMessage',
      async answer(visit) {
        const { request, paths, locale } = visit
        const found = await findRequest(deps, visit, tokenOf(visit))
        const form = await readForm(
          request,
          takeFiles(deps, visit, async () => found.actor),
        )
        const isWordless = fieldIn(form, 'message').trim() === ''
        if (refusedOf(visit).length > 0) {
          const errors = isWordless ? [LEFT_OUT, WORDLESS] : [LEFT_OUT]
          throw new WaypostError('invalid_input', { errors })
        }
        const done = await act(found, form)
        return redirect(
          `${paths.request(locale.tag, found.token)}?done=${done}#_end`,
          'after-post',
          { 'Set-Cookie': remembering(visit, found.token) },
        )
      },
      async recover(visit, error) {
        if (isWaypostError(error, 'not_found')) return missing(visit, error)
        const isInvalid = isWaypostError(error, 'invalid_input')
        const unsent = unsentOf(error)
        if (!isInvalid && !unsent && !isWaypostError(error, 'ticket_closed')) return undefined
        const form = await readForm(visit.request, isInvalid ? undefined : leaveFiles(visit))
        const errors = isInvalid ? error.errors : []
        const code = errors.find(({ path }) => path === 'message')?.code
        const found = await findRequest(deps, visit, tokenOf(visit))
        const replying = {
          message: fieldIn(form, 'message'),
          key: keyIn(form) ?? newId('rep'),
          fault: code && faultOf(code),
          unsent,
          attached: await keptFiles(deps.attachments, found.actor, form.getAll('files')),
          refusal: sayRefused(visit, refusedOf(visit)) ?? sayAttachments(visit, errors),
        }
        return { ...(await draw(visit, found, replying)), ...statusOf(error) }
      },
    },
  ]

  /** A picture is shown by its signed address; a link asks again, for that address ends soon. */
  function filePaths({ paths, locale }: Visit, token: string): FilePaths {
    return {
      open: (id) => paths.requestFile(locale.tag, token, id),
      picture: deps.filePath,
    }
  }

  /** What the button says that was pressed; words that stand in the form go out with every one. */
  async function act({ ticket, actor }: FoundRequest, form: URLSearchParams): Promise<string> {
    const deed = form.get('act') ?? 'reply'
    const text = fieldIn(form, 'message')
    const attachmentIds = [...new Set(form.getAll('files'))]
    if (deed === 'reply' || text.trim() !== '' || attachmentIds.length > 0) {
      const body = parseInput(NewMessageSchema, { message: text, attachmentIds })
      const key = keyIn(form)
      // A second click is the same reply: its files came anew, under other ids.
      const said = { message: body.message, files: attachmentIds.length }
      const scope = {
        actor,
        route: 'createMessage',
        params: { id: ticket.id },
        body: said,
      } as const
      // Other words under an old key are another reply: somebody went back and wrote on.
      const origin = requestOrigin(key && digest(`${key}|${body.message}`), scope, digest)
      await tickets.reply(actor, ticket.id, body, origin)
    }
    if (deed === 'solve') await tickets.solve(actor, ticket.id)
    if (deed === 'reopen') await tickets.reopen(actor, ticket.id)
    return { solve: 'solved', reopen: 'reopened' }[deed] ?? 'replied'
  }

  async function draw(visit: Visit, found: FoundRequest, replying: Replying): Promise<PageView> {
    const { query, locale } = visit
    const before = query.get('before') ?? undefined
    const { items, next } = await tickets.messages(found.actor, found.ticket.id, {
      limit: PER_PAGE,
      after: before,
      direction: 'descending',
    })
    const files = filePaths(visit, found.token)
    const cards = await carrying.seenBy(found.actor, items, locale.tag)
    const drawn = [...items]
      .reverse()
      .map((message) => drawMessage(articles, visit, message, files, cards.get(message.id)))
    return requestView(visit, {
      ...found,
      ticket: await markSeen(tickets, visit, found, items[0]),
      messages: await Promise.all(drawn),
      earlier: next,
      isNewest: before === undefined,
      done: query.get('done'),
      replying,
    })
  }
}

const missing = (visit: Visit, error: unknown): PageView | undefined =>
  isWaypostError(error, 'not_found') ? missingView(visit) : undefined

const tokenOf = ({ params }: Visit): string => params.token ?? ''

function keyIn(form: URLSearchParams): string | undefined {
  const key = fieldIn(form, 'key')
  return /^[\x21-\x7e]{16,128}$/.test(key) ? key : undefined
}
