import { WaypostError } from '@waypost/sdk/contract'

/** What stops a start: the file, the byte where the damage begins and what is wrong there. */
export function damaged(file: string, byte: number, reason: string): WaypostError {
  const what = `${file} is damaged at byte ${byte}: ${reason}`
  return new WaypostError('unavailable', {
    detail: `${what}. \`waypost repair --data <folder>\` shows what can be done`,
  })
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
