import type { FileWords } from './file-words.js'

export const daFiles: FileWords<'one' | 'other'> = {
  'upload.label': 'Billeder eller filer',
  'upload.limit': 'Højst {size} pr. fil, {n} i alt.',
  'upload.too-many': {
    one: 'Højst {n} fil kan komme med.',
    other: 'Højst {n} filer kan komme med.',
  },
  'upload.full': 'Der er ikke plads til filer lige nu.',
  'upload.failed': 'Den kom ikke frem. Fejlen er vores.',
  'upload.gone': 'Den er her ikke længere. Tilføj den igen.',
  'upload.open': 'Åbn {name}, {size}',
  'upload.keep': 'De her kommer med. Fjern krydset ved det, der skal blive.',
  'upload.why.large': 'Den er for stor. Højst {limit}.',
  'upload.why.again': 'Vælg den en gang til: browseren gemmer den ikke.',
  'upload.picture': 'Billedet {name}',
}
