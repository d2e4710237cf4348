import type { FileWords } from './file-words.js'

export const nbFiles: FileWords<'one' | 'other'> = {
  'upload.label': 'Bilder eller filer',
  'upload.limit': 'Maks {size} per fil, {n} til sammen.',
  'upload.too-many': {
    one: 'Ikke mer enn {n} fil kan bli med.',
    other: 'Ikke mer enn {n} filer kan bli med.',
  },
  'upload.full': 'Det er ikke plass til filer akkurat nå.',
  'upload.failed': 'Den kom ikke frem. Feilen er vår.',
  'upload.gone': 'Den er ikke her lenger. Legg den til igjen.',
  'upload.open': 'Åpne {name}, {size}',
  'upload.keep': 'Disse blir med. Fjern krysset ved det som skal bli igjen.',
  'upload.why.large': 'Den er for stor. Maks {limit}.',
  'upload.why.again': 'Velg den en gang til: nettleseren tar ikke vare på den.',
  'upload.picture': 'Bildet {name}',
}
