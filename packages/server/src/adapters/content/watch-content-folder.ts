import { stat } from 'node:fs/promises'
import { type FSWatcher, watch } from 'chokidar'
import { createDebounce } from './debounce.js'

export interface ContentWatcher {
  /** Stops watching; no call of `onChange` begins after it. */
  close(): Promise<void>
}

export interface WatchContentFolderOptions {
  readonly folder: string
  /** Called once after a burst of edits, never twice at a time. */
  onChange(): void | Promise<void>
  /** What `onChange` threw, or the system said about watching. */
  onError?(error: unknown): void
  /** Milliseconds of silence that end a burst; 100 unless said. */
  readonly quiet?: number
}

/** A watcher follows the folder it found; this is how often another in its place is looked for. */
const LOOK_AGAIN = 400

/**
 * Tells when something in a content folder changed, also when the folder is deleted and made anew
 * or did not exist yet. Falls back to polling where the system has no watchers left.
 */
export function watchContentFolder(options: WatchContentFolderOptions): ContentWatcher {
  const { folder, quiet = 100, onError = () => {} } = options
  const tell = createDebounce({ act: options.onChange, quiet, onError })
  let watcher: FSWatcher | undefined
  let identity: string | undefined
  let closed = false
  let looking = start(false)
  const timer = setInterval(() => {
    looking = looking.then(lookAgain)
  }, LOOK_AGAIN)
  timer.unref()

  return {
    async close() {
      closed = true
      clearInterval(timer)
      tell.stop()
      await looking
      await watcher?.close()
    },
  }

  async function lookAgain() {
    if (closed || (await identityOf(folder)) === identity) return
    await start(false)
    tell.soon()
  }

  async function start(usePolling: boolean) {
    await watcher?.close()
    watcher = undefined
    identity = await identityOf(folder)
    if (closed || identity === undefined) return
    watcher = watch(folder, {
      ignoreInitial: true,
      ignored: (path) => /(?:^|[/\\])(?:\.git|node_modules)$/.test(path),
      usePolling,
      interval: LOOK_AGAIN,
      ignorePermissionErrors: true,
    })
    // What was written before the watcher was ready has gone by unseen.
    watcher.on('ready', tell.soon)
    watcher.on('all', tell.soon)
    watcher.on('error', (error) => {
      if (usePolling || !isOutOfWatchers(error)) onError(error)
      else looking = looking.then(() => start(true))
    })
  }
}

/** Another folder under the same name has another identity. */
async function identityOf(folder: string): Promise<string | undefined> {
  const stats = await stat(folder).catch(() => undefined)
  return stats?.isDirectory() ? `${stats.dev}:${stats.ino}:${stats.birthtimeMs}` : undefined
}

function isOutOfWatchers(error: unknown): boolean {
  return ['ENOSPC', 'EMFILE'].includes(String((error as NodeJS.ErrnoException).code))
}
