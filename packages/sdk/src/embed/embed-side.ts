import type { WidgetOptions } from '../contract/widget-options.js'
import type { WaypostState } from './waypost.js'

/** A call that waits for the controller: what is called, and how its promise is settled. */
export type WaitingCall = [
  path: readonly string[],
  args: readonly unknown[],
  resolve: (value: unknown) => void,
  reject: (error: unknown) => void,
  /** Set when the controller could not be fetched, and the promise is rejected already. */
  failed?: unknown,
]

/** What the script on the page hands to the controller, which comes later and may be newer. */
export interface EmbedSide {
  options: WidgetOptions & { baseUrl: string }
  state: LauncherState
  /** Fetches another script of the same build. */
  load(name: 'controller' | 'panel'): Promise<unknown>
  /** Changes the state, and the launcher with it. */
  draw(change: Partial<LauncherState>): void
  /** Calls in their order; the controller empties it and takes every later one by its `push`. */
  waiting: WaitingCall[]
  /** What opened the panel last: gets the focus back. */
  opener: HTMLElement
}

export interface LauncherState extends WaypostState {
  isHidden?: boolean
  /** The panel is on its way. */
  isBusy?: boolean
  /** The panel could not be fetched. */
  hasFailed?: boolean
}

/** What stands at `/assets/<build>/controller.js`. */
export interface ControllerModule {
  /** Takes over the calls, once. Where somebody `isNear` the launcher, the panel is made ready. */
  connect(side: EmbedSide, isNear?: boolean): void
}
