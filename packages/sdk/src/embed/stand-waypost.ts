import type { EmbedSide, Launcher } from './embed-side.js'
import { GONE } from './standing.js'
import { type StartedWaypost, startWaypost } from './start-waypost.js'

/** A widget that can be taken off the page at any time, also before its controller has come. */
export function standWaypost(options: EmbedSide[0], build: string): StartedWaypost {
  const own = { ...options }
  const end = new AbortController()
  const [waypost, element, observer, waiting] = startWaypost(own, build, {
    signal: end.signal,
    capture: true,
  })
  waypost.destroy = () => {
    own.launcher = 'none'
    end.abort()
    observer.disconnect()
    const button = element.shadowRoot?.querySelector<Launcher>('button')
    button?.opening?.end()
    element.remove()
    waiting.push(['.destroy', []])
    element.dispatchEvent(new Event(GONE))
  }
  return waypost
}
