/**
 * One journey in three engines: Chromium, Firefox and WebKit, each by its own driver. Alone:
 * `node scripts/proof/engines.mjs [engine …]` after `pnpm build`, about twenty seconds each. An engine
 * that is not installed is passed over in one line. `--pictures <folder>` keeps what was seen.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, startDemoServer } from '../demo-server.mjs'
import { engines } from './engines/drivers.mjs'
import { journey } from './engines/journey.mjs'
import { pageOn } from './engines/page.mjs'
import { openScreen } from './engines/screen.mjs'

const { values, positionals } = parseArgs({
  options: { pictures: { type: 'string' } },
  allowPositionals: true,
})
if (values.pictures) mkdirSync(values.pictures, { recursive: true })

const results = []
for (const name of positionals.length > 0 ? positionals : Object.keys(engines)) {
  const engine = engines[name]
  if (!existsSync(engine.needs)) {
    console.log(`Skipped: ${name} is not here (Debian: apt-get install ${engine.package}).`)
    continue
  }
  results.push(await prove(name, engine))
}
const passed = results.filter(Boolean).length
console.log(`ENGINES passed ${passed} of ${results.length}`)
process.exitCode = passed === results.length && passed > 0 ? 0 : 1

async function prove(name, engine) {
  const server = await startDemoServer()
  const screen = name === 'webkit' ? await openScreen() : undefined
  const start = performance.now()
  let page
  try {
    page = pageOn(await engine.start(await freePort(), screen?.display))
    const keep = async (step) => {
      if (!values.pictures) return
      writeFileSync(join(values.pictures, `${name}-${step}.png`), await page.screenshot())
    }
    await journey(page, server, keep)
    console.log(`${name}: every step in ${((performance.now() - start) / 1000).toFixed(1)} s`)
    return true
  } catch (error) {
    console.error(`${name}: ${error.message}`)
    if (page && values.pictures) {
      writeFileSync(join(values.pictures, `${name}-failed.png`), await page.screenshot())
    }
    return false
  } finally {
    await page?.close()
    screen?.close()
    await server.close()
  }
}
