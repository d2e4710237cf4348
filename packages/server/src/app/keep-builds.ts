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
    const names = new Set<string>()
    try {
      if (build.files.size > 0) keep(folder, build)
      for (const name of existsSync(folder) ? buildsIn(folder) : []) names.add(name)
    } catch (error) {
      // A disk that is full or read-only costs the copies, not the help.
      log.warn('widget builds', { reason: String(error) })
    }
    const former = new Map<string, WidgetBuild>()
    return (id) => {
      if (!names.has(id)) return undefined
      const found = former.get(id) ?? readWidgetBuild([join(folder, id)])
      former.set(id, found)
      // Damaged, or not ours.
      return found.id === id ? found : undefined
    }
  }
}

function keep(folder: string, { id, sources }: WidgetBuild): void {
  const place = join(folder, id)
  if (!existsSync(place)) {
    const half = join(folder, `${id}.half`)
    rmSync(half, { recursive: true, force: true })
    for (const [path, bytes] of sources) {
      mkdirSync(dirname(join(half, path)), { recursive: true })
      writeFileSync(join(half, path), bytes)
    }
    renameSync(half, place)
  }
  const now = new Date()
  utimesSync(place, now, now)
  const servedAt = (name: string) => statSync(join(folder, name)).mtimeMs
  const newest = buildsIn(folder).sort((a, b) => servedAt(b) - servedAt(a))
  for (const name of newest.slice(MOST)) rmSync(join(folder, name), { recursive: true })
}

const buildsIn = (folder: string) => readdirSync(folder).filter((name) => ID.test(name))
