import type { WidgetOptions } from '../../contract/widget-options.js'

/** Keeps texts by key. Nothing here throws: what the browser refuses to keep, memory does. */
export interface TextStorage {
  /** True when other tabs of this browser read and write the same. */
  readonly isShared: boolean
  /** False where all of it goes with the page. */
  readonly isLasting: boolean
  get(key: string): string | null
  /** `null` forgets. */
  set(key: string, value: string | null): void
  /** Forgets every key that begins so. */
  clear(prefix: string): void
}

/** What the host allows: for good, until the tab closes, or for as long as the page lives. */
export function openStorage(kind: WidgetOptions['storage'] = 'local'): TextStorage {
  const memory = new Map<string, string>()
  const kept = kind === 'none' ? undefined : attempt(() => browserStorage(kind))

  function set(key: string, value: string | null): void {
    memory.delete(key)
    if (value === null) attempt(() => kept?.removeItem(key))
    else if (!attempt(() => write(kept, key, value))) memory.set(key, value)
  }

  return {
    isShared: Boolean(kept) && kind !== 'session',
    isLasting: Boolean(kept),

    // Where memory has a key, the browser was full: what it still has is older.
    get: (key) => memory.get(key) ?? attempt(() => kept?.getItem(key)) ?? null,

    set,

    clear(prefix) {
      const keys = [...memory.keys(), ...(attempt(() => Object.keys(kept ?? {})) ?? [])]
      for (const key of keys) if (key.startsWith(prefix)) set(key, null)
    },
  }
}

/** Throws in a sandbox or where the visitor has forbidden it, each in its own way. */
function browserStorage(kind: string): Storage {
  const storage = kind === 'session' ? sessionStorage : localStorage
  storage.getItem('waypost')
  return storage
}

function write(storage: Storage | undefined, key: string, value: string): boolean {
  storage?.setItem(key, value)
  return Boolean(storage)
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
