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
const felt: Record<string, number> = {}
const failed: number[] = []
let done = 0

const executablePath = findChromium()
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
  const weather = Object.entries(felt).map(([name, count]) => `${count} of ${name}`)
  console.log(
    `CHAOS ${rounds} sequences (seeds ${first} to ${first + rounds - 1}) in ` +
      `${Math.round((performance.now() - began) / 1000)} s: ${total.sent} messages and ` +
      `${total.opened} tickets, ${total.kills} kills, changes that met ${weather.join(', ')}; ` +
      `${failed.length} failed${failed.length > 0 ? `: ${failed.join(' ')}` : ''}`,
  )
  if (failed.length > 0 || total.sent < rounds * MESSAGES) process.exitCode = 1
}

async function round(plan: Plan, world: World): Promise<void> {
  const began = performance.now()
  const outcome = await liveThrough(plan, world)
  for (const key of ['sent', 'opened', 'kills'] as const) total[key] += outcome[key]
  done += 1
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const isGood = outcome.problems.length === 0
  console.log(`${done}/${rounds} seed ${plan.seed}: ${isGood ? 'good' : 'FAILED'} in ${seconds} s`)
  if (values.verbose || !isGood) tell(outcome)
  if (isGood) return
  failed.push(plan.seed)
  if (!values.shrink) return
  const least = await shrink(plan, async (smaller) => {
    return (await liveThrough(smaller, world)).problems.length > 0
  })
  console.log(`the fewest steps that still go wrong:\n${least.steps.map(inWords).join('\n')}`)
}

function tell({ story, problems }: Outcome): void {
  for (const line of [...story, ...problems.map((problem) => `  !! ${problem}`)]) console.log(line)
}
