import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe } from 'vitest'
import { openWorld, type World } from './world.test.kit.js'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)
if (!hasBrowser) console.log('Skipped: there is no browser here to open hostile hosts with.')

/** What is asked of hosts, in one file of several: each has a server and a browser, and takes its time. */
export function describeHosts(...suites: ((world: World) => void)[]): void {
  describe.skipIf(!hasBrowser)('a hostile host', () => {
    // One server and one browser for all of them.
    const world = {} as World
    beforeAll(async () => void Object.assign(world, await openWorld(executablePath)), 60_000)
    afterAll(() => world.close?.())

    for (const suite of suites) suite(world)
  })
}
