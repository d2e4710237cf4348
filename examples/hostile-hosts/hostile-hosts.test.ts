import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe } from 'vitest'
import { comingAndGoing } from './suites/coming-and-going.js'
import { ordinaryVisits } from './suites/ordinary-visits.js'
import { otherBuilds } from './suites/other-builds.js'
import { pagesThatChange } from './suites/pages-that-change.js'
import { phones } from './suites/phones.js'
import { screens } from './suites/screens.js'
import { wayBack } from './suites/way-back.js'
import { wholeJourneys } from './suites/whole-journeys.js'
import { openWorld, type World } from './world.test.kit.js'

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium'
const hasBrowser = process.env.WAYPOST_SKIP_BROWSER !== '1' && existsSync(executablePath)
if (!hasBrowser) console.log('Skipped: there is no browser here to open hostile hosts with.')

describe.skipIf(!hasBrowser)('a hostile host', () => {
  // One server and one browser for all of them.
  const world = {} as World
  beforeAll(async () => void Object.assign(world, await openWorld(executablePath)), 60_000)
  afterAll(() => world.close?.())

  ordinaryVisits(world)
  wholeJourneys(world)
  pagesThatChange(world)
  otherBuilds(world)
  screens(world)
  phones(world)
  wayBack(world)
  comingAndGoing(world)
})
