import {
  type ContentState,
  contentStates,
  type DeviceKind,
  deviceKinds,
} from '@waypost/sdk/contract'
import type { Facts } from '@waypost/sdk/education'
import { CliError } from './cli-error.js'

/** How somebody is described on a command line, with an example of each. */
export const factsUsage =
  'site=one segment=new attribute:plan=pro signedIn=true url=/invoices locale=sv device=phone day=2026-11-22 event:invoice.sent=2 content:first-invoice=completed element:#months=true'

/** What is said of somebody: words apart, each `name=value`. What nobody says stays open. */
export function factsOf(said: string): Facts {
  const words = said.split(/\s+/).filter(Boolean).map(pairOf)
  const named = (name: string) => words.find(([key]) => key === name)?.[1]
  const under = (prefix: string) =>
    words.flatMap(([key, value]) =>
      key.startsWith(`${prefix}:`) ? [[key.slice(prefix.length + 1), value] as const] : [],
    )
  for (const [key] of words) if (!isKnown(key)) throw new CliError(`"${key}" is not known. ${HOW}`)

  const segments = words.flatMap(([key, value]) => (key === 'segment' ? value.split(',') : []))
  const attributes = under('attribute').map(
    ([name, value]) => [name, attributeValue(value)] as const,
  )
  const events = new Map(under('event').map(([name, value]) => [name, Number(value)]))
  const states = new Map(under('content'))
  const elements = new Map(under('element'))
  const isCustomer = segments.length + attributes.length > 0
  const signedIn = named('signedIn') === undefined ? isCustomer : named('signedIn') === 'true'
  const [site, url, locale, device, day] = ['site', 'url', 'locale', 'device', 'day'].map(named)
  return {
    ...{ signedIn, segments, attributes: Object.fromEntries(attributes) },
    ...(site !== undefined && { site }),
    ...(url !== undefined && { url }),
    ...(locale !== undefined && { locale }),
    ...(device !== undefined && { device: oneOf<DeviceKind>(device, deviceKinds) }),
    now: day === undefined ? new Date() : new Date(`${day}T12:00:00`),
    ...(events.size > 0 && { events: (name: string) => events.get(name) ?? 0 }),
    ...(states.size > 0 && {
      state: (id: string) => oneOf<ContentState>(states.get(id) ?? 'unseen', contentStates),
    }),
    ...(elements.size > 0 && { hasElement: (selector) => elements.get(selector) === 'true' }),
  }
}

const HOW = `Say, of what is known: --for "${factsUsage}"`

function pairOf(word: string): readonly [string, string] {
  // A selector may hold `=` itself.
  const at = word.startsWith('element:') ? word.lastIndexOf('=') : word.indexOf('=')
  if (at < 1) throw new CliError(`"${word}" has no =. ${HOW}`)
  return [word.slice(0, at), word.slice(at + 1)]
}

function isKnown(key: string): boolean {
  return (
    ['site', 'segment', 'signedIn', 'url', 'locale', 'device', 'day'].includes(key) ||
    /^(?:attribute|event|content|element):./.test(key)
  )
}

function oneOf<T extends string>(word: string, known: readonly T[]): T {
  const found = known.find((one) => one === word)
  if (found === undefined) throw new CliError(`"${word}" is none of ${known.join(', ')}.`)
  return found
}

function attributeValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text
}
