import type { Panel, PanelOptions } from './panel.js'
import type { SdkEventName } from './sdk-events.js'

/** A view of the same visitor outside of the panel: an element that stands in the page. */
export interface Guest extends Pick<Panel, 'update' | 'reset' | 'destroy'> {
  /** Something was told to the host page, by whichever view. */
  heard(name: SdkEventName): void
}

/** What a guest gets, until it leaves. */
export interface Stay<Client> {
  options: PanelOptions<Client>
  leave(): void
}

/** Whose guest an element would be; what is left out may be any. */
export interface GuestOf {
  /** Address of the server, absolute and without a slash at its end. */
  baseUrl?: string | undefined
  site?: string | undefined
}
