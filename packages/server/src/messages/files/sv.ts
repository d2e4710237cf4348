import type { FileWords } from './file-words.js'

export const svFiles: FileWords<'one' | 'other'> = {
  'upload.label': 'Bilder eller filer',
  'upload.limit': 'Högst {size} per fil, {n} sammanlagt.',
  'upload.too-many': {
    one: 'Högst {n} fil kan följa med.',
    other: 'Högst {n} filer kan följa med.',
  },
  'upload.full': 'Det finns inte plats för filer just nu.',
  'upload.failed': 'Den kom inte fram. Felet är vårt.',
  'upload.gone': 'Den finns inte kvar. Lägg till den igen.',
  'upload.open': 'Öppna {name}, {size}',
  'upload.keep': 'De här följer med. Kryssa ur det som ska stanna.',
  'upload.why.large': 'Den är för stor. Högst {limit}.',
  'upload.why.again': 'Välj den en gång till: webbläsaren sparar den inte.',
  'upload.picture': 'Bilden {name}',
}
