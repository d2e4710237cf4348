import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Logger } from '../foundation/logger.js'
import { readWidgetBuild, type WidgetBuild } from '../http/widget-build.js'

/** Of half a megabyte each. Pages stay open for days, and some keep to a build by its hash. */
const MOST = 10
const ID = /^[\da-f]{12}$/

/**
 * Copies each build of the widget that is served into a folder, and finds the former ones there: a
 * page that was opened before an upgrade goes on with the scripts that it began with.
 */
export function keepBuilds({ folder, log }: { folder: string; log: Logger }) {
  return (build: WidgetBuild): ((id: string) => WidgetBuild | undefined) => {
    try {
      if (build.files.size > 0) keep(folder, build)
    } catch (error) {
      // A disk that is full or read-only costs the copies, not the help.
      log.warn('widget builds', { reason: String(error) })
    }
    const found = new Map<string, WidgetBuild>()
    return (id) => {
      const place = join(folder, id)
      // Looked for each time: in a folder that nodes share, a newer one may have brought its build.
      if (!found.has(id) && (!ID.test(id) || !existsSync(place))) return undefined
      const former = found.get(id) ?? readWidgetBuild([place])
      found.set(id, former)
      // Damaged, or not ours.
      return former.id === id ? former : undefined
    }
  }
}

function keep(folder: string, { id, sources }: WidgetBuild): void {
  const place = join(folder, id)
  if (!existsSync(place)) {
    try {
      bring(join(folder, `${id}.half`), place, sources)
    } catch (error) {
      // Unless another node has brought it meanwhile.
      if (!existsSync(place)) throw error
    }
  }
  const now = new Date()
  utimesSync(place, now, now)
  const servedAt = (name: string) => statSync(join(folder, name)).mtimeMs
  const newest = buildsIn(folder).sort((a, b) => servedAt(b) - servedAt(a))
  for (const name of newest.slice(MOST)) rmSync(join(folder, name), { recursive: true })
}

function bring(half: string, place: string, sources: WidgetBuild['sources']): void {
  rmSync(half, { recursive: true, force: true })
  for (const [path, bytes] of sources) {
    mkdirSync(dirname(join(half, path)), { recursive: true })
    writeFileSync(join(half, path), bytes)
  }
  renameSync(half, place)
}

const buildsIn = (folder: string) => readdirSync(folder).filter((name) => ID.test(name))
