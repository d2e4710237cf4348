import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mailer } from '../../domain/notifications/mailer.js'
import { makeFolder, syncFolder } from '../durable-folder.js'
import { drawMessage } from './draw-message.js'

export interface FileMailerOptions {
  /** Made where it is missing, readable by nobody else: mails hold links and codes. */
  folder: string
  /** The address of the sender. */
  from: string
}

/** Files that are looked up at a time: there may be a month of them. */
const BATCH = 200

/**
 * Writes each mail into a folder, as `<id>.eml`, for whatever sends it on from there. Written aside
 * and renamed, so that there is a whole mail or none, and taken over when it would survive a power cut;
 * the same mail again takes its own place.
 */
export function createFileMailer({ folder, from }: FileMailerOptions): Mailer {
  return {
    async send(letter) {
      const draft = join(folder, `.${letter.id}.part`)
      await makeFolder(folder)
      const file = await open(draft, 'w', 0o600)
      try {
        await file.writeFile(drawMessage(letter, from))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, join(folder, `${letter.id}.eml`))
      await syncFolder(folder)
    },

    async prune(isKept) {
      const names = await namesIn(folder)
      for (let at = 0; at < names.length; at += BATCH) {
        const some = names.slice(at, at + BATCH)
        const kept = await isKept(some.map((name) => /mai_\w+/.exec(name)?.[0] ?? ''))
        const gone = some.filter((_, place) => !kept[place])
        await Promise.all(gone.map((name) => rm(join(folder, name), { force: true })))
      }
    },
  }
}

/** Those of mails, and of such as were begun when the server died; what else lies here is not ours. */
async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter((name) => /^(mai_\w+\.eml|\.mai_\w+\.part)$/.test(name))
}
