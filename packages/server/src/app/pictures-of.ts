import { pictureAddress } from '../adapters/content/image-path.js'

/**
 * How the pictures of an imported article are found: those of a content folder as the folder itself
 * finds them. An article that came without one has no place from which others than `/…` could be meant.
 */
export function picturesOf(file: string | null | undefined) {
  return (src: string): string => {
    if (file == null && !src.startsWith('/')) return ''
    return pictureAddress(src, file ?? '')
  }
}
