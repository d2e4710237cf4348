import type { Client } from '../../client/client.js'
import type { Guest, GuestOf, Stay } from '../../contract/guest.js'
import type { PanelOptions } from '../../contract/panel.js'

export interface GuestsDeps {
  baseUrl: string
  site: string | undefined
  /** What the panel is made of. */
  options: () => PanelOptions<Client>
}

/** Elements in the page that show the same visitor as the panel does, until they leave. */
export function createGuests({ baseUrl, site = '', options }: GuestsDeps) {
  const guests = new Set<Guest>()

  /** One that fails, of another build perhaps, keeps nothing from the next one. */
  function tell(say: (guest: Guest) => void): void {
    for (const guest of [...guests]) {
      try {
        say(guest)
      } catch (error) {
        reportError(error)
      }
    }
  }

  return {
    tell,

    /** Nothing for a guest of another server or site. */
    lend(of: GuestOf, guest: Guest): Stay<Client> | undefined {
      const here = new URL(baseUrl || '/', document.baseURI).href.replace(/\/+$/, '')
      if ((of.baseUrl ?? here) !== here || (of.site ?? site) !== site) return undefined
      guests.add(guest)
      return { options: options(), leave: () => void guests.delete(guest) }
    },

    end(): void {
      tell((guest) => {
        guests.delete(guest)
        guest.destroy()
      })
    },
  }
}
