import type { ReloadAdvice, ReloadPage } from '../../contract/reload.js'
import { wordsIn } from './reload-words.js'

/** How often each file did not come. */
const failures = new Map<string, number>()

/**
 * Says whether only loading the page again helps where a file of the widget did not come: the server
 * keeps that build no longer. That this one has come says that the network is there; a browser may
 * remember a failure for as long as the page lives, so the second one is taken for the last.
 */
export async function askReload(
  error: unknown,
  { translator, emit }: ReloadPage,
): Promise<ReloadAdvice | true> {
  // Most browsers name the file in what they throw.
  const [file = ''] = /https?:[^\s'"]+/.exec(String(error)) ?? []
  const count = (failures.get(file) ?? 0) + 1
  failures.set(file, count)
  if (count < 2 && !(await isGone(file))) return true
  const detail = `The page has to be loaded again: ${file || 'a file'} is no longer there`
  console.warn(`[waypost] ${detail}`)
  emit('error', { code: 'reload_needed', detail })
  return [...wordsIn(translator.locale), () => location.reload()]
}

async function isGone(file: string): Promise<boolean> {
  if (!file) return false
  try {
    return (await fetch(file, { cache: 'no-store' })).status === 404
  } catch {
    return false
  }
}
