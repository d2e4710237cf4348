import type { Client } from '../../client/client.js'
import { WaypostError } from '../../contract/errors.js'
import type { Panel, PanelModule, PanelOptions, TicketPrefill } from '../../contract/panel.js'
import type { PageSide } from './page-side.js'

/** The panel, fetched and made when it is wanted first; a try that failed is made again. */
export function createLazyPanel(
  { load, takeOpening }: Pick<PageSide, 'load' | 'takeOpening'>,
  options: () => PanelOptions<Client>,
  isPlaced: () => Promise<unknown> = async () => {},
) {
  let current: Panel | undefined
  let making: Promise<Panel> | undefined
  /** For the form, until there is a panel. */
  let prefill: TicketPrefill | undefined
  let ended = false

  async function make(): Promise<Panel> {
    await isPlaced()
    const name = options().inside ? 'inline' : 'panel'
    const { createPanel } = (await load(name)) as PanelModule<Client>
    if (ended) throw new WaypostError('aborted')
    current = createPanel({ ...options(), opening: takeOpening() })
    if (prefill) current.prefill(prefill)
    prefill = undefined
    return current
  }

  return {
    /** The panel where there is one already. */
    get current() {
      return current
    },

    get(): Promise<Panel> {
      making ??= make().catch((error) => {
        making = undefined
        throw error
      })
      return making
    },

    prefill(words: TicketPrefill): void {
      if (current) current.prefill(words)
      else prefill = { ...prefill, ...words }
    },

    reset(): void {
      prefill = undefined
      current?.reset()
    },

    end(): void {
      ended = true
      current?.destroy()
      current = undefined
    },
  }
}
