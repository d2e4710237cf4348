import type { TipsOptions, TipsPlayer, TourOptions, TourPlayer } from '../contract/tour-module.js'

/** A tour or tips without looks: what they were made with, and what they were told, in order. */
export interface StandInTour extends TourPlayer {
  options: TourOptions
  told: string[]
}
export interface StandInTips extends TipsPlayer {
  options: TipsOptions
  told: string[]
}

/** Each address of a module is a module of its own; they meet here. */
const meeting = globalThis as { standInTours?: StandInTour[]; standInTips?: StandInTips[] }
export const standInTours = (meeting.standInTours ??= [])
export const standInTips = (meeting.standInTips ??= [])

export function createTour(options: TourOptions): StandInTour {
  const told: string[] = []
  const player: StandInTour = {
    options,
    told,
    stepId: options.stepId ?? options.tour.steps[0]?.id ?? '',
    navigated: () => void told.push('navigated'),
    tracked: (event) => void told.push(`tracked ${event}`),
    goTo: (stepId) => void told.push(`goTo ${stepId}`),
    update: ({ locale }) => void told.push(`update ${locale}`),
    stop: () => void told.push('stop'),
  }
  standInTours.push(player)
  return player
}

export function createTips(options: TipsOptions): StandInTips {
  const told: string[] = []
  const player: StandInTips = {
    options,
    told,
    navigated: () => void told.push('navigated'),
    open: async (tipId) => {
      told.push(`open ${tipId}`)
      return true
    },
    update: ({ tips }) => void told.push(`update ${tips?.map(({ id }) => id)}`),
    stop: () => void told.push('stop'),
  }
  standInTips.push(player)
  return player
}
