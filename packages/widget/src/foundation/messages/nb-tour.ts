import type { Translated } from '../catalogue.js'
import type { enTour } from './en-tour.js'

export const nbTour: Translated<typeof enTour, 'one' | 'other'> = {
  'tour.step': 'Trinn {step} av {of}',
  'tour.back': 'Tilbake',
  'tour.next': 'Neste',
  'tour.done': 'Ferdig',
  'tour.leave': 'Forlat omvisningen',
  'tour.looking': 'Denne delen av siden er på vei.',
  'tour.elsewhere': 'Dette trinnet er på en annen side. Omvisningen fortsetter der.',
  'tour.go': 'Gå dit',
  'tour.missing': 'Det som trinnet viser, er ikke på siden akkurat nå.',
  'tour.read': 'Les hvordan',
  'tour.passed': 'Trinn {step} ble hoppet over: Det som vises der, er ikke på siden akkurat nå.',
  'tip.name': 'Tips: {title}',
}
