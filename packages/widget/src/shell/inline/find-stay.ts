import type { Client } from '@waypost/sdk/client'
import type { Guest, GuestOf, PanelTarget, Stay } from '@waypost/sdk/contract'
import { standing, standWaypost } from '@waypost/sdk/embed'
import { build, home } from '../../foundation/script-origin.js'

/** What a widget takes of elements of ours, besides the calls of every host. */
interface Lender {
  /** Nothing where it is of another server or site. */
  lend(of: GuestOf, guest: Guest): Promise<Stay<Client> | undefined>
  open(target: PanelTarget, opener: Element | null): Promise<void>
  destroy(): void
}

export interface FoundStay extends Stay<Client> {
  open: Lender['open']
  /** True where nobody but elements has asked for the widget. */
  isOwn: boolean
}

const addressOf = (baseUrl: string) =>
  new URL(baseUrl || home || '/', document.baseURI).href.replace(/\/+$/, '')

/** Widgets that stand for elements alone, by server and site, each with the number of its guests. */
const own = new Map<string, { lender: Lender; guests: number }>()

/** Makes an element the guest of the widget that the page has, or of one that only lends. */
export async function findStay(
  { baseUrl, site }: { baseUrl: string; site: string },
  guest: Guest,
): Promise<FoundStay> {
  const of: GuestOf = { ...(baseUrl && { baseUrl: addressOf(baseUrl) }), ...(site && { site }) }
  for (const lender of await lenders(of)) {
    // One from another build may not know what is asked of it.
    const stay = await lender.lend(of, guest).catch(() => undefined)
    if (stay) return { ...stay, open: lender.open, isOwn: false }
  }
  return stayWithOwn(addressOf(baseUrl), site, guest)
}

async function lenders({ baseUrl, site }: GuestOf): Promise<Lender[]> {
  await whenScriptRan()
  const script = scriptOfPage()
  const others = [...standing().values()].filter(
    (one) => (!baseUrl || baseUrl === addressOf(one.baseUrl)) && (!site || site === one.site),
  )
  return [...(script ? [script] : []), ...others.map(({ waypost }) => waypost)] as never
}

async function stayWithOwn(baseUrl: string, site: string, guest: Guest): Promise<FoundStay> {
  const key = `${baseUrl} ${site}`
  const one = own.get(key) ?? { lender: createLender(baseUrl, site), guests: 0 }
  own.set(key, one)
  one.guests++
  const leave = () => {
    if (--one.guests > 0) return
    own.delete(key)
    one.lender.destroy()
  }
  try {
    const stay = await one.lender.lend({}, guest)
    if (!stay) throw new Error('A widget of our own lends to everybody')
    return {
      ...stay,
      leave: () => {
        stay.leave()
        leave()
      },
      open: one.lender.open,
      isOwn: true,
    }
  } catch (error) {
    leave()
    throw error
  }
}

function createLender(baseUrl: string, site: string): Lender {
  const isHome = baseUrl === addressOf(home)
  const options = { baseUrl, launcher: 'none', ...(site && { site }) }
  return standWaypost(options, isHome ? build : 'latest') as never
}

/** The widget of the script tag; a stub until it has come is none, nor is what a stranger calls so. */
function scriptOfPage(): Lender | undefined {
  const { waypost } = window as { waypost?: Partial<Lender> }
  return typeof waypost?.lend === 'function' ? (waypost as Lender) : undefined
}

/** A script tag that the browser has not run yet comes first: elements are its guests. */
async function whenScriptRan(): Promise<void> {
  if (scriptOfPage() || document.readyState === 'complete') return
  const script = document.querySelector('script[src*="/waypost."]')
  if (!script) return
  await new Promise((ran) => {
    for (const type of ['load', 'error']) script.addEventListener(type, ran, { once: true })
    addEventListener('load', ran, { once: true })
  })
}
