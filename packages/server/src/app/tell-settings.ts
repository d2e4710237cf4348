import type { Storage } from '../domain/storage.js'
import type { Clock } from '../foundation/clock.js'
import type { Site, Sites } from '../http/site.js'

export interface TellSettingsDeps {
  storage: Storage
  clock: Clock
  sites: Sites
  digest(text: string): string
  /** What content has to do with them: its languages, and whether there is something to learn. */
  fromContent(site: string): Promise<readonly unknown[]>
}

/**
 * Tells whoever has the settings of a site that they are others by now: after a start with another
 * configuration, or when content has changed them. Once, however many nodes find out.
 */
export function createTellSettings(deps: TellSettingsDeps) {
  const { storage, clock, sites, digest, fromContent } = deps
  const known = new Map<string, string>()

  async function tell(site: Site): Promise<void> {
    const now = digest(JSON.stringify([answered(site), await fromContent(site.key)]))
    if (known.get(site.key) === now) return
    const at = clock.now().toISOString()
    await storage.transaction(async (tx) => {
      const before = await tx.toldSettings.find(site.key)
      if (before?.digest === now) return
      tx.toldSettings.save({ id: site.key, createdAt: before?.createdAt ?? at, digest: now })
      if (before) tx.events.add({ kind: 'settings.changed', site: site.key })
    })
    known.set(site.key, now)
  }

  return async (): Promise<void> => {
    for (const site of sites.all) await tell(site)
  }
}

/** Of the configuration, what a page is told. */
function answered({ origins: _, proofOfWork: __, ...site }: Site) {
  return site
}
