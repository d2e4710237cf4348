import { statfsSync } from 'node:fs'
import { copyFile, type FileHandle, open } from 'node:fs/promises'

/** The few calls that decide whether something is kept: tests put faults in their place. */
export interface Disk {
  /** Writes all of it at the end of the file. */
  append(file: FileHandle, bytes: Uint8Array): Promise<void>
  /** Resolves when what was written would survive a power cut. Never called again after it failed. */
  sync(file: FileHandle): Promise<void>
  /** Free bytes on the disk of a folder; some microseconds on a local disk. */
  freeBytes(folder: string): number
}

export const realDisk: Disk = {
  append: (file, bytes) => file.appendFile(bytes),
  sync: (file) => file.datasync(),
  freeBytes(folder) {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  },
}

/** Copies a file so that the copy would survive a power cut, once its folder is synced. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const file = await open(to, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** True where the disk or a quota is full: nothing is broken, only more cannot be kept. */
export function isNoSpace(error: unknown): boolean {
  return hasErrno(error, 'ENOSPC') || hasErrno(error, 'EDQUOT')
}

export function hasErrno(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code
}
