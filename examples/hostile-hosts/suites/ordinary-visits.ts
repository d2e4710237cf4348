import { it, vi } from 'vitest'
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
  const { viewport, zoom, media, domain } = host
  const isUsual = !viewport && !zoom && !media && !domain
  const more = { ...(viewport && { viewport }), ...(zoom && { deviceScaleFactor: zoom }), ...media }
  const page = await (isUsual ? world.tabs.take() : world.tabs.begin(more))
  const complaints = complaintsOf(page, host.complains)
  const address = world.at(host.name, domain)
  await page.goto(`${address}?without`)
  const before = await layoutOf(page.mainFrame())
  await page.goto(address)
  const frame = page.frames()[1] ?? page.mainFrame()
  const close = () => (isUsual ? world.tabs.giveBack(page) : page.context().close())
  return { page, frame, complaints, before, close }
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
    it.concurrent(sentence, async ({ expect }) => {
      const { page, frame, complaints, before, close } = await visit(world, host)
      const { edge = 20, lift = edge } = host
      const own = page.mainFrame()
      await frame.getByRole('button', { name: 'Help', exact: true }).waitFor()
      expect(await layoutOf(own)).toEqual(before)
      // A body that moves what is fixed is noticed when all has come.
      await vi.waitFor(async () => {
        const ours = { edge, lift, met: 'waypost-launcher' }
        expect(await cornerOf(frame)).toEqual(host.ownLauncher ? undefined : ours)
      }, 10_000)
      await findsHelp(frame)
      await expect.poll(() => focusOf(frame)).toBe(ARTICLE)
      await expect.poll(() => roomOf(frame)).toEqual({ isInside: true, isMet: true })
      const looks = host.looksOwn ? undefined : await (plain ??= looksOfPlain())
      if (looks) await expect.poll(() => looksOf(frame)).toEqual(looks)
      await leaves(frame)
      await expect.poll(() => focusOf(frame)).toBe('Help')
      expect(await layoutOf(own)).toEqual(before)
      expect(complaints).toEqual([])
      await close()
    }, 90_000)
  }
}
