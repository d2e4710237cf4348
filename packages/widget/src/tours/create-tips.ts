import type { Tip, TipsOptions, TipsPlayer } from '@waypost/sdk/contract'
import { bringIntoView } from './bring-into-view.js'
import { rootsOf } from './composed.js'
import { findAnchor, lookFor } from './find-anchor.js'
import { type StandingTip, standTip } from './stand-tip.js'
import { loadWords, type TourWords } from './tour-words.js'

/** A page that changes all the time is not searched all the time. */
const EVERY = 300

/** Puts a mark beside everything on the page that there is a tip for, as it comes and goes. */
export function createTips(options: TipsOptions): TipsPlayer {
  const standing = new Map<Tip, StandingTip>()
  let words: TourWords | undefined
  let ready = reword()
  let later: ReturnType<typeof setTimeout> | undefined
  let isMoving = false
  const over = new AbortController()
  const { signal } = over
  const sizes = new ResizeObserver(moved)
  const changes = new MutationObserver(() => {
    later ??= setTimeout(look, EVERY)
  })

  sizes.observe(document.body)
  for (const what of ['scroll', 'resize']) {
    addEventListener(what, moved, { capture: true, passive: true, signal })
  }

  async function reword(): Promise<void> {
    words = await loadWords(options.locale, options.messages)
    look()
  }

  function look(): void {
    clearTimeout(later)
    later = undefined
    if (signal.aborted) return
    for (const root of rootsOf()) {
      const attributeFilter = ['class', 'hidden', 'open', 'style']
      changes.observe(root, { childList: true, subtree: true, attributeFilter })
    }
    for (const tip of options.tips) stand(tip)
  }

  function stand(tip: Tip): StandingTip | undefined {
    const before = standing.get(tip)
    const isHere = tip.page === null || options.isOn(tip.page)
    const anchor = isHere && words ? findAnchor(tip.anchor) : undefined
    if (before && before.anchor === anchor) {
      before.settle()
      return before
    }
    before?.leave()
    standing.delete(tip)
    if (!anchor || !words) return undefined
    const now = standTip(tip, anchor, words, options)
    standing.set(tip, now)
    return now
  }

  /** The page has moved; in whichever box of it. */
  function moved(): void {
    if (isMoving) return
    isMoving = true
    requestAnimationFrame(() => {
      isMoving = false
      for (const tip of standing.values()) tip.settle()
    })
  }

  function clear(isToGo: (tip: Tip) => boolean): void {
    for (const [tip, there] of standing) {
      if (!isToGo(tip)) continue
      there.leave()
      standing.delete(tip)
    }
  }

  return {
    navigated: look,

    async open(tipId) {
      await ready
      const tip = options.tips.find(({ id }) => id === tipId)
      const isWanted = () => !signal.aborted && options.tips.includes(tip as Tip)
      const anchor = tip && (await lookFor(tip.anchor, isWanted, options.patience))
      const found = anchor && stand(tip)
      if (!found) return false
      bringIntoView(found.anchor)
      found.open()
      return true
    },

    update(change) {
      Object.assign(options, change)
      const isOther = Object.keys(change).some((what) => what !== 'tips')
      clear((tip) => isOther || !options.tips.includes(tip))
      ready = reword()
    },

    stop() {
      over.abort()
      sizes.disconnect()
      clearTimeout(later)
      changes.disconnect()
      clear(() => true)
    },
  }
}
