import type { FileWords } from './file-words.js'

export const ukFiles: FileWords<'one' | 'few' | 'many' | 'other'> = {
  'upload.label': 'Зображення або файли',
  'upload.limit': 'До {size} на файл, разом не більше {n}.',
  'upload.too-many': {
    one: 'Можна додати не більше {n} файлу.',
    few: 'Можна додати не більше {n} файлів.',
    many: 'Можна додати не більше {n} файлів.',
    other: 'Можна додати не більше {n} файлу.',
  },
  'upload.full': 'Зараз немає місця для файлів.',
  'upload.failed': 'Він не дійшов. Це наша помилка.',
  'upload.gone': 'Його тут більше немає. Додайте його ще раз.',
  'upload.open': 'Відкрити {name}, {size}',
  'upload.keep': 'Ці файли буде додано. Зніміть позначку з тих, що мають залишитися.',
  'upload.why.large': 'Файл завеликий. Не більше {limit}.',
  'upload.why.again': 'Виберіть його ще раз: браузер його не зберігає.',
  'upload.picture': 'Зображення {name}',
}
