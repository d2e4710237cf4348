import type { EmbedSide } from './embed-side.js'

/** Fetches a script of the server once; one that did not come is fetched again when asked for. */
export function createLoad(baseUrl: string, build: string): EmbedSide['load'] {
  let scripts: Partial<Record<string, Promise<unknown>>> = {}
  let again = ''
  return (name) =>
    (scripts[name] ??= import(
      /* @vite-ignore */ /* webpackIgnore: true */
      `${baseUrl.replace(/\/+$/, '')}/assets/${build}/${name}.js${again}`
    ).catch((cause) => {
      // A browser may remember that a module failed: the next try needs another address.
      again += '?'
      scripts = {}
      throw Object.assign(cause, { name: 'WaypostError', code: 'offline', status: 0, errors: [] })
    }))
}
