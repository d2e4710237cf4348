import type { Message } from '@waypost/sdk/contract'
import type { PanelContext } from '../../foundation/panel-context.js'

/**
 * Fetches what shows files, and lessons, where messages have some. Without it those are missing, and no
 * words; the next look at the conversation fetches it again.
 */
export async function fetchPartsOf(
  messages: readonly Message[],
  { translator }: PanelContext,
): Promise<void> {
  const has = (part: 'attachments' | 'contents') => messages.some((one) => one[part]?.length)
  await Promise.allSettled([
    has('attachments') &&
      import('./uploads/show-files.js').then(({ showFiles }) => showFiles(translator)),
    has('contents') &&
      import('./carried/show-carried.js').then(({ showCarried }) => showCarried(translator)),
  ])
}
