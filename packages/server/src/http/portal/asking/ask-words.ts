import type { TicketKind } from '@waypost/sdk/contract'
import type { Visit } from '../page.js'
import { fieldIn } from '../read-form.js'
import { type Typed, typedIn } from './answers.js'

/** What stands in the form, exactly as it was typed. */
export interface AskWords {
  readonly kind: TicketKind
  readonly subject: string
  readonly message: string
  readonly name: string
  readonly email: string
  /** What stands in the fields of the site's own. */
  readonly typed: Typed
  /** Of the page that they were typed on. */
  readonly locale: string
  /** Ids of the fields that hang on typed words, and were in sight when the form was sent. */
  readonly asked: readonly string[]
  /** Whether the box of the site is ticked. */
  readonly hasConsent: boolean
  /** Ids of the uploads that go along, beside those of a field. */
  readonly files: readonly string[]
  /** Whose they are: a token that this form alone knows; empty before there are any. */
  readonly holder: string
  /** When the form was drawn first, in milliseconds since 1970; empty where nobody knows. */
  readonly begun: string
  /** Path of the page from which somebody came to ask; empty where there was none of ours. */
  readonly page: string
  /** Makes a second click the same request as the first; empty where it cannot be one. */
  readonly key: string
}

/** Longer words than fit in one line are no subject; they are the message. */
const SUBJECT = 200
const BEGUN = /^\d{13}$/
const KEY = /^[\x21-\x7e]{16,128}$/

/** The words of a posted form. A kind that the site does not have is its first one. */
export function wordsIn(visit: Visit, form: URLSearchParams): AskWords {
  const key = fieldIn(form, 'key')
  return {
    kind: kindOf(visit, fieldIn(form, 'kind')),
    subject: fieldIn(form, 'subject'),
    message: fieldIn(form, 'message'),
    name: fieldIn(form, 'name'),
    email: provenAddress(visit) ?? fieldIn(form, 'email'),
    typed: typedIn(form, visit.form),
    locale: visit.locale.tag,
    asked: form.getAll('asked'),
    hasConsent: form.has('consent'),
    files: form.getAll('files'),
    holder: fieldIn(form, 'holder'),
    begun: BEGUN.test(fieldIn(form, 'begun')) ? fieldIn(form, 'begun') : '',
    page: pageOf(visit, fieldIn(form, 'page')),
    key: KEY.test(key) ? key : '',
  }
}

/** What an address brings along: words that were searched for, the page before. */
export function wordsInAddress(visit: Visit, key: string): AskWords {
  const { query, request } = visit
  const asked = (query.get('subject') ?? query.get('q') ?? '').trim()
  const isLine = asked.length <= SUBJECT
  return {
    kind: kindOf(visit, query.get('kind') ?? ''),
    subject: isLine ? asked : '',
    message: isLine ? '' : asked,
    name: '',
    email: provenAddress(visit) ?? '',
    typed: typedIn(query, visit.form),
    locale: visit.locale.tag,
    asked: [],
    hasConsent: false,
    files: [],
    holder: '',
    begun: `${visit.now.getTime()}`,
    page: pageOf(visit, request.headers.get('referer') ?? ''),
    key,
  }
}

/** Where whoever is signed in here is reached: nothing that is typed stands for another address. */
export const provenAddress = ({ actor }: Visit): string | undefined =>
  actor.kind === 'session' ? actor.address : undefined

function kindOf({ site: { kinds } }: Visit, asked: string): TicketKind {
  const known = kinds.find((kind) => kind === asked)
  return known ?? (kinds.includes('question') ? 'question' : (kinds[0] ?? 'question'))
}

/**
 * A page of ours, but none whose address is a secret. We may be seen at another address than the
 * public one; what somebody makes of `Host` says nothing but where they have come from themselves.
 */
function pageOf({ paths, request }: Visit, address: string): string {
  if (address === '' || address.length > 1_000) return ''
  const ours = new URL(paths.absolute(paths.root))
  if (!URL.canParse(address, ours.href)) return ''
  const { origin, pathname, search } = new URL(address, ours)
  const isHelp = pathname === ours.pathname || pathname.startsWith(`${ours.pathname}/`)
  const isOurs = origin === ours.origin || origin === new URL(request.url).origin
  if (!isOurs || !isHelp || pathname.includes('/requests')) return ''
  return pathname + search
}
