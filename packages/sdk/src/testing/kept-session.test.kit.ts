import { waitUntil } from '@open-wc/testing'
import { markSessions } from '../embed/controller/mark-sessions.js'

/** Whether the script of the next page sees that a session is kept. */
export const isMarked = async () =>
  (await indexedDB.databases()).some(({ name }) => name === 'waypost:')

/** A session as another page has kept it; resolves when a script can see that there is one. */
export async function keepSession(key: string, text: string): Promise<void> {
  localStorage.setItem(key, text)
  markSessions()
  await waitUntil(isMarked, 'no mark', { timeout: 5000 })
}

/** The browser forgets what any page kept. */
export async function forgetKept(): Promise<void> {
  localStorage.clear()
  sessionStorage.clear()
  markSessions()
  await waitUntil(async () => !(await isMarked()), 'a mark', { timeout: 5000 })
}
