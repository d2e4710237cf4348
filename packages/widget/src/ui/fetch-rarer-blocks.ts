import type { Block, RichText } from '@waypost/sdk/contract'
import type { Translator } from '../foundation/i18n.js'
import type * as Rarer from './render-rarer-blocks.js'

/** What draws callouts, tables, code, tasks and videos; missing until a text holds one. */
export const parts: { rarer?: typeof Rarer } = {}

/** Fetches it ahead, for whichever text comes next. */
export const loadRarerBlocks = () => import('./render-rarer-blocks.js')

/**
 * Fetches what a text holds that only some do, so that it can be drawn at once and whole. Rejects as
 * a call does where nobody can be reached.
 */
export async function fetchRarerBlocks(text: RichText, { learn }: Translator): Promise<void> {
  if (parts.rarer || !text.some(isRarer)) return
  try {
    parts.rarer = await loadRarerBlocks()
    learn(parts.rarer.english)
  } catch (error) {
    throw Object.assign(error as Error, { code: 'offline' })
  }
}

function isRarer(block: Block): boolean {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'divider':
      return false
    case 'quote':
      return block.children.some(isRarer)
    case 'list':
      return block.items.some((item) => item.checked !== undefined || item.children.some(isRarer))
    default:
      return true
  }
}
