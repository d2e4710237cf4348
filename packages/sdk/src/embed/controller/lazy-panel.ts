import type { Client } from '../../client/client.js'
import { WaypostError } from '../../contract/errors.js'
import type { Panel, PanelModule, PanelOptions, TicketPrefill } from '../../contract/panel.js'
import type { LiveModule } from '../embed-side.js'
import type { PageSide } from './page-side.js'
import { wrongCall } from './wrong-call.js'

/** Milliseconds after which a window that closes is seen no more. */
const SUNK = 500

/** The panel, fetched and made when it is wanted first; a try that failed is made again. */
export function createLazyPanel(
  side: Pick<PageSide, 'load' | 'takeOpening' | 'options' | 'draw'>,
  options: () => PanelOptions<Client>,
  report: (error: unknown) => void,
) {
  /** Where it stands, if it is in the page. */
  let inside: HTMLElement | null = null
  let hasLooked = false
  let current: Panel | undefined
  let making: Promise<Panel> | undefined
  /** For the form, of this panel and of one that takes its place. */
  let prefill: TicketPrefill | undefined
  let ended = false

  const selector = () => (options().mode === 'inline' && side.options.inside) || undefined

  async function place(): Promise<void> {
    const wanted = selector()
    if (!wanted || hasLooked) return
    const { findInside } = (await side.load('live')) as LiveModule
    inside = await findInside(wanted)
    hasLooked = true
    if (!inside) report(wrongCall(`inside finds no element by “${wanted}”`))
  }

  /** Whether the page has put another element in its place, or has none any more, as routers do. */
  function hasMoved(): boolean {
    const wanted = selector()
    if (!wanted || !hasLooked) return false
    const before = inside
    try {
      inside = document.querySelector(wanted)
    } catch {
      // No selector: no page will ever have it.
    }
    return inside !== before
  }

  function follow(): void {
    if (!current || (current.isOpen && !inside) || !hasMoved()) return
    current.destroy()
    current = making = undefined
    side.draw({ isOpen: false })
  }

  async function make(): Promise<Panel> {
    await place()
    const { createPanel } = (await side.load(inside ? 'inline' : 'panel')) as PanelModule<Client>
    if (ended) throw new WaypostError('aborted')
    // While that came.
    if (hasMoved()) return make()
    // Not spread: the launcher is asked for whenever it is needed.
    current = createPanel(Object.assign(options(), { opening: side.takeOpening() }))
    if (prefill) current.prefill(prefill)
    return current
  }

  return {
    get inside() {
      return inside
    },

    /** The panel where there is one already. */
    get current() {
      return current
    },

    get(): Promise<Panel> {
      follow()
      making ??= make().catch((error) => {
        making = undefined
        throw error
      })
      return making
    },

    /** Whether another one stands in the place of this one, or is to. */
    isOver(panel: Panel): boolean {
      follow()
      return panel !== current
    },

    /** A window that was open is not taken from who reads it: its place in the page waits until it is closed. */
    closed(): void {
      if (selector()) setTimeout(() => this.get().catch(() => {}), SUNK)
    },

    prefill(words: TicketPrefill): void {
      prefill = current ? words : { ...prefill, ...words }
      current?.prefill(words)
    },

    reset(): void {
      prefill = undefined
      current?.reset()
    },

    end(): void {
      ended = true
      current?.destroy()
      current = making = undefined
    },
  }
}
