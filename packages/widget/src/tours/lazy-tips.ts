import type { TipsOptions, TipsPlayer } from '@waypost/sdk/contract'

/** Tips of a page: fetched when there is one, for a tour does without them. */
export function createTips(options: TipsOptions): TipsPlayer {
  const coming = import('./create-tips.js').then((module) => module.createTips(options))
  const tell = (say: (player: TipsPlayer) => void) => {
    coming.then(say, reportError)
  }
  return {
    navigated: () => tell((player) => player.navigated()),
    open: async (tipId) => (await coming).open(tipId),
    update: (change) => tell((player) => player.update(change)),
    stop: () => tell((player) => player.stop()),
  }
}
