import { expect, it, vi } from 'vitest'
import type { Host } from '../hosts/host.js'
import { hosts } from '../hosts.js'
import {
  ARTICLE,
  complaintsOf,
  cornerOf,
  findsHelp,
  focusOf,
  layoutOf,
  leaves,
  looksOf,
  roomOf,
} from '../visitor.test.kit.js'
import type { World } from '../world.test.kit.js'

/** Opens a host without us, to see how it is, and then with us. */
export async function visit(world: World, host: Host) {
  const context = await world.browser.newContext({
    ...{ reducedMotion: 'reduce', viewport: host.viewport ?? { width: 1280, height: 800 } },
    ...{ deviceScaleFactor: host.zoom ?? 1, ...host.media },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints = complaintsOf(page, host.complains)
  const address = world.at(host.name, host.domain)
  await page.goto(`${address}?without`)
  const before = await layoutOf(page.mainFrame())
  await page.goto(address)
  const frame = page.frames()[1] ?? page.mainFrame()
  return { page, frame, complaints, before, close: () => context.close() }
}

export const hostOf = (name: string) => hosts.find((host) => host.name === name) as Host

/** On every host: help is found, everything of the host stands where it stood, nobody complains. */
export function ordinaryVisits(world: World): void {
  let plain: Promise<string[]> | undefined

  async function looksOfPlain(): Promise<string[]> {
    const { frame, close } = await visit(world, hostOf('plain'))
    await findsHelp(frame)
    const looks = await looksOf(frame)
    await close()
    return looks
  }

  for (const host of hosts) {
    if (host.apart) continue
    const sentence = `${host.name} gives help, and stays as it is: ${host.does}`
    if (host.todo) {
      it.todo(`${sentence} (${host.todo})`)
      continue
    }
    it.concurrent(sentence, async () => {
      const { page, frame, complaints, before, close } = await visit(world, host)
      const { edge = 20, lift = edge } = host
      const own = page.mainFrame()
      await frame.getByRole('button', { name: 'Help', exact: true }).waitFor()
      expect(await layoutOf(own)).toEqual(before)
      // A body that moves what is fixed is noticed when all has come.
      await vi.waitFor(async () => {
        const corner = await cornerOf(frame)
        if (corner) expect(corner).toEqual({ edge, lift, met: 'waypost-launcher' })
      }, 10_000)
      await findsHelp(frame)
      expect(await focusOf(frame)).toBe(ARTICLE)
      expect(await roomOf(frame)).toEqual({ isInside: true, isMet: true })
      if (!host.looksOwn) expect(await looksOf(frame)).toEqual(await (plain ??= looksOfPlain()))
      await leaves(frame)
      expect(await focusOf(frame)).toBe('Help')
      expect(await layoutOf(own)).toEqual(before)
      expect(complaints).toEqual([])
      await close()
    }, 90_000)
  }
}
