/** What elements of ours in a page stand on; a page itself takes `createWaypost()` of the package. */

export { createWaypost } from './create-waypost.js'
export type { ControllerModule, EmbedSide, Launcher, WaitingCall } from './embed-side.js'
export { standWaypost } from './stand-waypost.js'
export { STANDS, type Standing, standing } from './standing.js'
export type { Waypost } from './waypost.js'
