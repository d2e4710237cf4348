import { readOptions } from '../controller/read-options.js'
import { adderOf, type Scene } from './scene.js'

const KEY = 'waypost:diagnose'

/** Whether the browser keeps what it is given, and for whom. */
export function checkStorage(scene: Scene): void {
  const add = adderOf(scene)
  const { storage, isAllowed } = readOptions(scene.options)
  if (storage === 'none') return
  if (!isAllowed) {
    add(
      'storage_refused',
      'note',
      'Storage was not tried: the page asks for consent first',
      'Nothing to do',
    )
    return
  }
  const name = `${storage}Storage` as const
  try {
    const place = window[name]
    place.setItem(KEY, KEY)
    place.removeItem(KEY)
  } catch (error) {
    const isFull = (error as Error).name === 'QuotaExceededError'
    add(
      'storage_refused',
      'warning',
      isFull ? `${name} is full` : `The browser refuses ${name}: ${(error as Error).message}`,
      isFull
        ? 'Keep less there. What does not fit lasts as long as the page'
        : 'Nothing to do: all works, and lasts as long as the page. A sandboxed frame keeps with' +
            ' allow-same-origin',
    )
    return
  }
  if (isInForeignFrame()) {
    add(
      'storage_refused',
      'note',
      'The page is in a frame of another origin',
      'Nothing to do. Browsers keep the storage of another site’s frame apart, or refuse it',
    )
  }
}

function isInForeignFrame(): boolean {
  try {
    return window.top?.location.origin !== location.origin
  } catch {
    return true
  }
}
