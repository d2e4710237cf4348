import { attempt } from './open-storage.js'

/**
 * An empty database stands for the sessions that are kept, of whatever site: the script of the next
 * page asks for that without holding the page up, as a look into `localStorage` does.
 */
export function markSessions(): void {
  attempt(() => {
    if (!/waypost:[^,]*:session/.test(`${Object.keys(localStorage)}`))
      indexedDB.deleteDatabase('waypost:')
    else {
      const request = indexedDB.open('waypost:')
      request.onsuccess = () => request.result.close()
    }
  })
}
