import type { Translated } from '../catalogue.js'
import type { enTour } from './en-tour.js'

export const svTour: Translated<typeof enTour, 'one' | 'other'> = {
  'tour.step': 'Steg {step} av {of}',
  'tour.back': 'Tillbaka',
  'tour.next': 'Nästa',
  'tour.done': 'Klar',
  'tour.leave': 'Lämna rundturen',
  'tour.looking': 'Den här delen av sidan är på väg.',
  'tour.elsewhere': 'Det här steget finns på en annan sida. Rundturen fortsätter där.',
  'tour.go': 'Gå dit',
  'tour.missing': 'Det som steget visar finns inte på sidan just nu.',
  'tour.read': 'Läs hur man gör',
  'tour.passed': 'Steg {step} hoppades över: det som visas där finns inte på sidan just nu.',
  'tip.name': 'Tips: {title}',
}
