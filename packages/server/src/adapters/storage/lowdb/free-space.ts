import { WaypostError } from '@waypost/sdk/contract'
import type { Disk } from './disk.js'

const CHECK_AGAIN_MS = 1000

/**
 * Refuses what is new while the disk is nearly full, so that the journal itself never meets the
 * end. Asks the disk once a second, and at each write once it gets tight.
 */
export function watchFreeSpace({
  folder,
  disk,
  floor,
}: {
  folder: string
  disk: Disk
  /** Bytes that must stay free. */
  floor: number
}) {
  let free = disk.freeBytes(folder)
  let asked = performance.now()

  return {
    /** Throws `storage_full`. */
    admit(): void {
      if (free < 4 * floor || performance.now() - asked > CHECK_AGAIN_MS) {
        free = disk.freeBytes(folder)
        asked = performance.now()
      }
      if (free >= floor) return
      const megabytes = Math.floor(free / 1_000_000)
      const detail = `Only ${megabytes} MB are free where the server keeps its data`
      throw new WaypostError('storage_full', { detail })
    },
  }
}
