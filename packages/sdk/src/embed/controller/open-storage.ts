import type { WidgetOptions } from '../../contract/widget-options.js'
import { joinKept } from './join-kept.js'

/** What is kept of a site, by key. */
export type KeptTexts = readonly (readonly [key: string, text: string])[]

/** Keeps texts by key. Nothing here throws: what the browser refuses to keep, memory does. */
export interface TextStorage {
  /** True when other tabs of this browser read and write the same. */
  readonly isShared: boolean
  /** False where all of it goes with the page. */
  readonly isLasting: boolean
  /** False where the browser had no room for it, or may not keep it: it goes with the page. */
  isHeld(key: string): boolean
  get(key: string): string | null
  /** `null` forgets. */
  set(key: string, value: string | null): void
  /** Everything, wherever it is. */
  all(): KeptTexts
  /** Forgets everything of the site, also where nothing is kept any more. */
  clear(): void
  /**
   * Whether the browser may keep anything from now on: it takes over what memory holds, or gives up
   * what it has. `others` is what another tab held.
   */
  allow(isAllowed: boolean, others?: KeptTexts): void
}

export interface OpenStorageOptions {
  /** What the host allows: for good, until the tab closes, or for as long as the page lives. */
  kind?: WidgetOptions['storage']
  /** Of every key of the site. */
  prefix: string
  /** False where the visitor has to be asked before. */
  isAllowed?: boolean
  /** Called when the session that is kept may have become another, or none. */
  changed?(): void
}

export function openStorage({
  kind = 'local',
  prefix,
  isAllowed = true,
  changed = () => {},
}: OpenStorageOptions): TextStorage {
  const memory = new Map<string, string>()
  let kept: Storage | undefined

  const open = () => {
    kept = kind === 'none' ? undefined : attempt(() => browserStorage(kind))
    if (kept) changed()
  }
  if (isAllowed) open()

  function set(key: string, value: string | null): void {
    memory.delete(key)
    if (value === null) attempt(() => kept?.removeItem(key))
    else if (!attempt(() => write(kept, key, value))) memory.set(key, value)
    if (key === `${prefix}session` && kept) changed()
  }

  const ours = (storage: Storage = {} as Storage) =>
    Object.entries<string>(storage).filter(([key]) => key.startsWith(prefix))
  const all = () => [...(attempt(() => ours(kept)) ?? []), ...memory]

  function clear(): void {
    memory.clear()
    for (const place of ['local', 'session']) {
      attempt(() => {
        const storage = browserStorage(place)
        for (const [key] of ours(storage)) storage.removeItem(key)
      })
    }
    changed()
  }

  return {
    get isShared() {
      return Boolean(kept) && kind !== 'session'
    },
    get isLasting() {
      return Boolean(kept)
    },

    isHeld: (key) => !memory.has(key),

    // Where memory has a key, the browser was full: what it still has is older.
    get: (key) => memory.get(key) ?? attempt(() => kept?.getItem(key)) ?? null,

    set,
    all,
    clear,

    allow(isAllowed, others = []) {
      const texts = new Map([...others, ...all()])
      if (isAllowed) open()
      else {
        clear()
        kept = undefined
      }
      for (const [key, text] of texts)
        set(
          key,
          joinKept(
            text,
            attempt(() => kept?.getItem(key)),
          ),
        )
    },
  }
}

/** Throws in a sandbox or where the visitor has forbidden it, each in its own way. */
export function browserStorage(kind: string): Storage {
  const storage = kind === 'session' ? sessionStorage : localStorage
  storage.getItem('waypost')
  return storage
}

function write(storage: Storage | undefined, key: string, value: string): boolean {
  storage?.setItem(key, value)
  return Boolean(storage)
}

export function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
