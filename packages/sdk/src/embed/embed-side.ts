import type { Opening } from '../contract/panel.js'
import type { WidgetOptions } from '../contract/widget-options.js'
import type { DrawLauncher } from './launcher.js'
import type { WaypostState } from './waypost.js'

/** A call that waits for the controller. */
export type WaitingCall = [
  /** With a dot before each name, as `.open` and `.client.search`. */
  path: string,
  args: readonly unknown[],
  /** What the controller made of it, once it has taken it. */
  answer?: Promise<unknown>,
  /** Set where the controller did not come, and whoever called was told so. */
  failed?: unknown,
]

/** Fetches another script of the same build. */
export type Load = (
  name: 'start' | 'controller' | 'panel' | 'inline' | 'live' | 'diagnose' | 'tour',
) => Promise<unknown>

/**
 * What the script on the page hands to the controller, which comes later and may be newer. A list,
 * because every page pays for names; it only grows, at its end.
 */
export type EmbedSide = readonly [
  /** As the host wrote them, and the address of the server or of the script that it served. */
  options: WidgetOptions & { baseUrl: string },
  /** What the host reads; the controller writes it. */
  state: WaypostState,
  /** Calls in their order; the controller empties it and takes every later one by its `push`. */
  waiting: WaitingCall[],
  button: Launcher,
  draw: DrawLauncher,
  load: Load,
]

/**
 * The launcher's button, with what has opened instead of the panel; `null` once there is a panel, and
 * where nothing can open before it.
 */
export type Launcher<Of extends Opening = Opening> = HTMLButtonElement & { opening?: Of | null }

/** What stands at `/assets/<build>/live.js`. */
export interface LiveModule {
  /** Does what few hosts ask for, and asks for replies where somebody may have some. */
  connect(...side: EmbedSide): void
  /** Puts a number over the launcher, into its name, and before the title where asked; none for 0. */
  showUnread(button: HTMLButtonElement, count: number, titleBadge?: unknown): void
  /** The element that the panel stands in, as soon as there is one; `null` where none comes. */
  findInside(selector: string): Promise<HTMLElement | null>
}

/** What stands at `/assets/<build>/controller.js`. */
export interface ControllerModule {
  /** Takes over the calls; for those that are taken over already it does nothing. */
  connect(...side: EmbedSide): void
}
