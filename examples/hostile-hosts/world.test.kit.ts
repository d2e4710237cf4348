import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadConfig, type RunningServer, startServer } from '@waypost/server'
import { type Browser, chromium } from 'playwright-core'
import { keepFormerBuild } from './former-build.test.kit.js'
import { createHostServer } from './host-server.js'
import { createTabs, type Tabs } from './tabs.test.kit.js'

const content = fileURLToPath(new URL('content', import.meta.url))

/** A server of ours, the hosts on another address, and a browser that knows both. */
export interface World {
  readonly waypost: RunningServer
  readonly browser: Browser
  readonly tabs: Tabs
  /** Of another build of the widget, which the server served before. */
  readonly formerBuild: string
  /** What browsers have reported to the hosts. */
  readonly reports: string[]
  /** Of a host; everything of ours is from elsewhere then, as it is for most hosts. */
  at(name: string, domain?: string): string
  close(): Promise<void>
}

export async function openWorld(executablePath: string): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-hosts-'))
  const formerBuild = keepFormerBuild(join(folder, 'widget'))
  const hosts = { waypost: '', reports: [] as string[] }
  const pages = createHostServer(hosts)
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
  const { port } = pages.address() as AddressInfo

  const env = { WAYPOST_UNLIMITED: '1' }
  const flags = { data: folder, content, port: '0' }
  const config = await loadConfig({ flags, env, folder })
  const known = ['full.localhost', 'intranet.test'].map((domain) => `http://${domain}:${port}`)
  const origins = ['loopback', 'file', ...known]
  const sites = config.sites.map((site) => ({ ...site, origins }))
  const log = { info() {}, warn() {}, error() {} }
  const waypost = await startServer({ config: { ...config, sites }, env, log })
  hosts.waypost = waypost.url

  const args = ['--no-sandbox', '--host-resolver-rules=MAP intranet.test 127.0.0.1']
  // As people have it: pages sleep until one goes back to them, and scrollbars take room.
  const ignoreDefaultArgs = ['--disable-back-forward-cache', '--hide-scrollbars']
  const browser = await chromium.launch({ executablePath, args, ignoreDefaultArgs })
  return {
    waypost,
    browser,
    tabs: createTabs(browser, {
      ...{ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } },
    }),
    formerBuild,
    reports: hosts.reports,
    at: (name, domain = 'localhost') => `http://${domain}:${port}/${name}`,
    async close() {
      await browser.close()
      pages.closeAllConnections()
      pages.close()
      await waypost.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
