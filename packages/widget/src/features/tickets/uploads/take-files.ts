import { clock } from '../../../foundation/when.js'
import { FOLDER } from './check-file.js'

/**
 * The files that were dropped. A folder comes as a file that nobody can read: it is told apart here,
 * while the browser still says what it is.
 */
export function droppedFiles({ items }: DataTransfer): File[] {
  return [...items].flatMap((item) => {
    const file = item.getAsFile()
    if (!file) return []
    const isFolder = item.webkitGetAsEntry?.()?.isDirectory
    return [isFolder ? new File([], file.name, { type: FOLDER }) : file]
  })
}

/**
 * The files that were pasted, and not words that a program copied as a picture as well. What comes
 * from a clipboard has no name of its own: `named` gives a screenshot one.
 */
export function pastedFiles(data: DataTransfer, named: (time: string) => string, locale: string) {
  if (data.types.includes('text/plain')) return []
  return [...data.files].map((file) => {
    if (file.name !== 'image.png') return file
    const time = clock(new Date().toISOString(), locale).replace(/[:/\\]/g, '.')
    return new File([file], `${named(time)}.png`, { type: file.type })
  })
}

/** Something with files is held over the page. */
export const holdsFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false
