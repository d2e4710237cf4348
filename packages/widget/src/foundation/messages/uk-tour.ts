import type { Translated } from '../catalogue.js'
import type { enTour } from './en-tour.js'

export const ukTour: Translated<typeof enTour, 'one' | 'few' | 'many' | 'other'> = {
  'tour.step': 'Крок {step} із {of}',
  'tour.back': 'Назад',
  'tour.next': 'Далі',
  'tour.done': 'Готово',
  'tour.leave': 'Вийти з туру',
  'tour.looking': 'Ця частина сторінки ось-ось з’явиться.',
  'tour.elsewhere': 'Цей крок на іншій сторінці. Тур продовжиться там.',
  'tour.go': 'Перейти туди',
  'tour.missing': 'Того, що показує цей крок, зараз немає на сторінці.',
  'tour.read': 'Прочитати, як це зробити',
  'tour.passed': 'Крок {step} пропущено: того, що він показує, зараз немає на сторінці.',
  'tip.name': 'Порада: {title}',
}
