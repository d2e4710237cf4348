import { posix } from 'node:path'

/** Under which path the server hands out the content folder's pictures. */
const SERVED = '/content/'

/**
 * The path inside the content folder that a picture's address means: relative to its article, from
 * the folder with a leading `/`. `undefined` where it leads out of the folder.
 */
export function imagePathOf(src: string, articlePath: string): string | undefined {
  const [address = ''] = src.split(/[?#]/)
  const path = decoded(address)
  if (!path || path.includes('\0') || path.includes('\\')) return undefined
  const fromRoot = path.startsWith(SERVED) ? path.slice(SERVED.length) : path.replace(/^\//, '')
  const inside = path.startsWith('/')
    ? posix.normalize(fromRoot)
    : posix.join(posix.dirname(articlePath), path)
  return inside.startsWith('../') || inside === '..' || inside === '.' ? undefined : inside
}

/** The address of a picture in the folder as readers fetch it; empty where none can be meant. */
export function pictureAddress(src: string, articlePath: string): string {
  const path = imagePathOf(src, articlePath)
  return path === undefined ? '' : imageAddressOf(path)
}

/** The address that readers fetch. */
export function imageAddressOf(path: string): string {
  return SERVED + path.split('/').map(encodeURIComponent).join('/')
}

function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address)
  } catch {
    return undefined
  }
}
