import type { OrderCard } from '@waypost/sdk/contract'
import type { PanelContext } from '../../../foundation/panel-context.js'

export interface OrdersDeps {
  panel: () => PanelContext
  /** Somebody whom the host vouches for: the server has no orders of others. */
  isKnown: () => boolean
  changed: () => void
}

/** Longer than this nobody waits for a list: they can write without. */
const PATIENCE = 8_000

/** The orders that the person may mean: of the host's page where it tells them, else of the server. */
export function createOrders({ panel, isKnown, changed }: OrdersDeps) {
  let cards: readonly OrderCard[] = []
  let state: 'unasked' | 'finding' | 'failed' | 'found' = 'unasked'

  const own = () => panel().context().orders
  const canFind = () => Boolean(own() ?? (panel().settings?.form.orders && isKnown()))

  /** By its own address: the routes of all that few ask for would be one more file. */
  async function ofServer(): Promise<readonly OrderCard[]> {
    const { client, locale } = panel()
    const options = { session: true, locale }
    return (await client.call('listOrders', options, { method: 'GET', path: '/v1/orders' })).items
  }

  async function find(): Promise<void> {
    state = 'finding'
    const late = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE))
    try {
      const orders = own()
      const asked = orders ? Promise.resolve(orders()) : ofServer()
      cards = (await Promise.race([asked, late])).filter(isCard).slice(0, 50)
      state = 'found'
    } catch {
      state = 'failed'
    }
    changed()
  }

  return {
    canFind,
    /** Asked for when they are seen first. */
    get cards(): readonly OrderCard[] {
      if (state === 'unasked' && canFind()) void find()
      return cards
    },
    get state() {
      return state
    },
  }
}

/** The page of a host may tell anything. */
const isCard = (card: OrderCard | undefined): boolean =>
  typeof card?.id === 'string' && typeof card.title === 'string'
