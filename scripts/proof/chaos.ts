/**
 * Somebody in a real browser, and everything that can go wrong: ten messages in one ticket, and a ticket
 * or two, while the network goes, tabs are loaded anew, closed and doubled, the server is killed, and
 * calls are refused, delayed and cut off. What befalls them follows from a number. In the end each has
 * arrived once, in the order in which they were sent, by itself, and stands so in the conversation. On
 * what has been built; alone: `node --conditions=@waypost/source --import tsx scripts/proof/chaos.ts 200`.
 * `--seed 17` begins with that one, `--shrink` looks for the fewest steps that still go wrong,
 * `--pictures <folder>` keeps what the tabs showed then.
 */
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { findChromium } from '../chromium.mjs'
import { drawPlan, inWords, MESSAGES, type Plan } from './chaos/draw-plan.js'
import { type Faults, isFaulty, noFaults } from './chaos/find-faults.js'
import { liveThrough, type Outcome, type World } from './chaos/live-through.js'
import { shrink } from './chaos/shrink.js'
import { startProxy } from './chaos/start-proxy.js'
import { startServer } from './chaos/start-server.js'

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    shrink: { type: 'boolean' },
    verbose: { type: 'boolean' },
    pictures: { type: 'string' },
  },
  allowPositionals: true,
})
const rounds = Number(positionals[0] ?? 200)
const [first, workers] = [Number(values.seed), Math.min(Number(values.workers), rounds)]
const seeds = Array.from({ length: rounds }, (_, n) => first + n)
const total = { sent: 0, opened: 0, kills: 0 }
const faults = noFaults()
const felt: Record<string, number> = {}
const failed: number[] = []
let done = 0

const executablePath = process.env.WAYPOST_SKIP_BROWSER === '1' ? undefined : findChromium()
if (executablePath) await prove()
else console.log('CHAOS skipped: there is no browser here.')

async function prove(): Promise<void> {
  const began = performance.now()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  const waiting = [...seeds]
  const work = async () => {
    const server = await startServer()
    const proxy = await startProxy(server.url)
    try {
      for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
        await round(drawPlan(seed), { ...{ browser, server, proxy }, pictures: values.pictures })
      }
    } finally {
      for (const [name, count] of Object.entries(proxy.felt)) felt[name] = (felt[name] ?? 0) + count
      await proxy.end()
      await server.end()
    }
  }
  try {
    await Promise.all(Array.from({ length: workers }, work))
  } finally {
    await browser.close()
  }
  report(Math.round((performance.now() - began) / 1000), browser.version())
}

function report(seconds: number, version: string): void {
  const weather = Object.entries(felt).map(([name, count]) => `${count} of ${name}`)
  const found = Object.entries(faults).map(([name, count]) => `${count} ${name}`)
  const done =
    `${total.sent.toLocaleString('en')} messages and ${total.opened} tickets, ${total.kills} kills, ` +
    `changes that met ${weather.join(', ')}`
  console.log(`CHAOS ${rounds} sequences in ${seconds} s: ${done}: ${found.join(', ')}`)
  if (failed.length > 0) console.log(`failed: ${failed.join(' ')}`)
  if (failed.length > 0 || total.sent < rounds * MESSAGES) process.exitCode = 1
  const [major] = version.split('.')
  console.log(
    `| ${new Date().toISOString().slice(0, 10)} | Somebody on Tidemark in Chromium ${major}, ten ` +
      `messages in one ticket and a ticket or two, while by chance the network goes, tabs are loaded ` +
      `anew, closed and doubled, the server dies by \`kill -9\` and is started again, and calls are ` +
      `refused, delayed and cut off; half of them wait on another page with the panel closed | ` +
      `\`pnpm proof\` (chaos, seeds ${first} to ${first + rounds - 1}) | ${rounds} sequences, ${done}: ` +
      `${found.join(', ')} |`,
  )
}

async function round(plan: Plan, world: World): Promise<void> {
  const began = performance.now()
  const outcome = await liveThrough(plan, world)
  for (const key of ['sent', 'opened', 'kills'] as const) total[key] += outcome[key]
  for (const key of Object.keys(faults) as (keyof Faults)[]) faults[key] += outcome.faults[key]
  done += 1
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const isGood = !isFaulty(outcome.faults)
  console.log(`${done}/${rounds} seed ${plan.seed}: ${isGood ? 'good' : 'FAILED'} in ${seconds} s`)
  if (values.verbose || !isGood) tell(outcome)
  if (isGood) return
  failed.push(plan.seed)
  if (!values.shrink) return
  const least = await shrink(plan, async (smaller) => {
    return isFaulty((await liveThrough(smaller, world)).faults)
  })
  console.log(`the fewest steps that still go wrong:\n${least.steps.map(inWords).join('\n')}`)
}

function tell({ story, faults: own }: Outcome): void {
  const found = Object.entries(own).filter(([, count]) => count > 0)
  for (const line of [...story, ...found.map(([name, count]) => `  !! ${count} ${name}`)]) {
    console.log(line)
  }
}
