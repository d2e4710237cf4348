import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { createDesk } from './create-desk.js'
import { createPerson, MOST_TABS } from './create-person.js'
import { CLEAR, inWords, type Plan, type Step } from './draw-plan.js'
import { type Faults, type Found, findFaults, isFaulty, noFaults } from './find-faults.js'
import { soonest } from './soonest.js'
import type { FaultyProxy } from './start-proxy.js'
import type { Server } from './start-server.js'

export interface World {
  readonly browser: Browser
  readonly server: Server
  readonly proxy: FaultyProxy
  /** A folder for pictures of what has gone wrong. */
  readonly pictures?: string | undefined
}

export interface Outcome {
  readonly faults: Faults
  /** What was done and seen, with the milliseconds since the beginning. */
  readonly story: readonly string[]
  readonly sent: number
  readonly opened: number
  readonly kills: number
}

/** Milliseconds for what waits to arrive by itself, once all is well: it rests up to a minute between two tries. */
const BY_ITSELF = 75_000
/** Milliseconds for what somebody has asked for. */
const PATIENCE = 20_000

/** Does what a plan says, then makes all well, and looks at what has arrived. */
export async function liveThrough(
  plan: Plan,
  { browser, server, proxy, pictures }: World,
): Promise<Outcome> {
  const [began, story]: [number, string[]] = [performance.now(), []]
  const note = (text: string) => {
    story.push(`${String(Math.round(performance.now() - began)).padStart(6)} ${text}`)
  }
  let [kills, pressed, isOffline] = [0, 0, false]
  let killing = Promise.resolve()
  /** As they were sent, in that order. */
  const [sent, opened]: [string[], string[]] = [[], []]
  const mark = `${plan.seed}-${Date.now().toString(36)}`
  const subjectOf = (ticket: number) => `Ticket ${ticket} of ${mark}`
  const questionOf = (ticket: number) => `What ticket ${ticket} of ${mark} asks`
  const person = await createPerson(browser, proxy.url, plan.person)
  const desk = createDesk(server.agent)
  let ticketId: string | undefined
  let faults: Faults = { ...noFaults(), 'at an end': 1 }

  try {
    await person.newTab()
    for (const step of plan.steps) {
      note(inWords(step))
      await take(step)
    }
    await becomesWell(plan.ends === 'elsewhere')
    faults = await arrives()
  } catch (error) {
    note(error instanceof Error ? error.message : String(error))
  } finally {
    await killing.catch(() => {})
    proxy.turnTo(CLEAR)
    if (pictures && isFaulty(faults)) await person.pictures(`${pictures}/seed-${plan.seed}`)
    await person.close()
  }
  return { faults, story, sent: sent.length, opened: opened.length, kills }

  async function take(step: Step): Promise<void> {
    person.isPatient(false)
    switch (step.do) {
      case 'open':
        return open(step.ticket)
      case 'send':
        return send(`Message ${step.message} of ${mark}`, step.tab)
      case 'wait':
        return void (await setTimeout(step.ms))
      case 'offline':
      case 'online':
        isOffline = step.do === 'offline'
        return person.setOffline(isOffline)
      case 'reload':
        return person.reload(step.tab)
      case 'close':
        return person.closeTab(step.tab)
      case 'away':
        return person.goAway(step.tab)
      case 'second tab':
        if (person.tabs().length < MOST_TABS) await person.newTab()
        return
      case 'weather':
        return proxy.turnTo(step.weather)
      case 'kill':
        proxy.showAbsence(step.seen)
        killing = killing.then(() => setTimeout(step.after)).then(() => killed(step.back))
        // While it is on its way the next steps go on.
        killing.catch(() => {})
    }
  }

  function killed(back: number): Promise<void> {
    note('killed')
    kills += 1
    return server.killAndStart(back).then(() => note('started'))
  }

  /** A page can be had again, whatever becomes of calls. */
  async function comesBack(): Promise<void> {
    note('comes back')
    await killing
    if (isOffline) await person.setOffline(false)
    isOffline = false
    await person.comesBack()
  }

  /** Nothing stands in the way any more, and somebody is there. */
  async function becomesWell(isElsewhere = false): Promise<void> {
    note(isElsewhere ? 'all is well, elsewhere' : 'all is well')
    proxy.turnTo(CLEAR)
    await comesBack()
    person.isPatient(true)
    if (isElsewhere) {
      while (person.tabs().length > 1) await person.closeTab(0)
      await person.goAway(0)
    }
  }

  async function open(ticket: number): Promise<void> {
    const mail = `maya-${mark}@studio.test`
    const words = [subjectOf(ticket), questionOf(ticket), mail] as const
    let came = await person.open(...words)
    for (const help of [comesBack, becomesWell]) {
      if (came === 'sent') break
      note(came)
      await help()
      came = await person.open(...words)
    }
    if (came !== 'sent') throw new Error(`ticket ${ticket} could not be written: ${came}`)
    opened.push(subjectOf(ticket))
  }

  async function send(text: string, tab: number): Promise<void> {
    ticketId ??= await firstTicket()
    let isSent = await person.send(ticketId, text, tab)
    for (const help of [comesBack, becomesWell]) {
      if (isSent) break
      note('nowhere to write')
      await help()
      isSent = await person.send(ticketId, text, tab)
    }
    if (!isSent) throw new Error(`nowhere to write ${text}`)
    sent.push(text)
  }

  /** Nobody writes in a ticket before it is there. */
  async function firstTicket(): Promise<string> {
    const found = async () => (await desk.ticketsOf(subjectOf(1)))[0]?.id
    const soon = await soonest(found, 3_000)
    if (soon) return soon
    await becomesWell()
    let later = await soonest(found, BY_ITSELF)
    if (!later) {
      note('not by itself')
      if (await person.openAgain(questionOf(1))) pressed += 1
      later = await soonest(found, PATIENCE)
    }
    if (!later) throw new Error('the first ticket has not arrived')
    return later
  }

  async function arrives(): Promise<Faults> {
    const id = ticketId ?? (await firstTicket())
    const isThere = async () => {
      const found = await Promise.all(opened.map(desk.ticketsOf))
      const replies = await desk.repliesOf(id)
      return found.every(({ length }) => length > 0) && replies.length >= sent.length
    }
    if (!(await soonest(isThere, BY_ITSELF))) {
      note('not by itself')
      await press(id)
      await soonest(isThere, PATIENCE)
    }
    const shown = await soonest(async () => {
      const seen = await person.reads(id)
      return seen && seen.waiting === 0 && seen.texts.length > sent.length ? seen : undefined
    }, PATIENCE)
    // What comes once too often would come late.
    await setTimeout(500)
    const found: Found = {
      sent,
      arrived: await desk.repliesOf(id),
      tickets: (await Promise.all(opened.map(desk.ticketsOf))).map(({ length }) => length),
      seen: shown ?? (await person.reads(id)),
      pressed,
      isLeftBehind: (await person.kept()).includes(mark),
    }
    const numbers = (of: readonly string[] = []) =>
      of.map((text) => /\d+/.exec(text)?.[0]).join(' ')
    note(`sent ${numbers(sent)}; arrived ${numbers(found.arrived)}`)
    note(`shown ${numbers(found.seen?.texts.slice(1))}, and ${found.seen?.waiting} as waiting`)
    return findFaults(found)
  }

  /** Everything that offers to send once more. */
  async function press(id: string): Promise<void> {
    pressed += await person.sendAgain(id)
    for (const ticket of [1, 2]) {
      const subject = subjectOf(ticket)
      const isMissing = opened.includes(subject) && (await desk.ticketsOf(subject)).length === 0
      if (isMissing && (await person.openAgain(questionOf(ticket)))) pressed += 1
    }
  }
}
