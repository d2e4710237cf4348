import type { Translated } from '../catalogue.js'
import type { enTour } from './en-tour.js'

export const daTour: Translated<typeof enTour, 'one' | 'other'> = {
  'tour.step': 'Trin {step} af {of}',
  'tour.back': 'Tilbage',
  'tour.next': 'Næste',
  'tour.done': 'Færdig',
  'tour.leave': 'Forlad rundvisningen',
  'tour.looking': 'Denne del af siden er på vej.',
  'tour.elsewhere': 'Dette trin er på en anden side. Rundvisningen fortsætter der.',
  'tour.go': 'Gå dertil',
  'tour.missing': 'Det, som trinnet viser, er ikke på siden lige nu.',
  'tour.read': 'Læs hvordan',
  'tour.passed': 'Trin {step} blev sprunget over: Det, som vises der, er ikke på siden lige nu.',
  'tip.name': 'Tip: {title}',
}
