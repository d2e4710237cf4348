import type { Messages, MessageText } from '../../contract/panel.js'
import { entriesOf } from './entries-of.js'

/**
 * Adds the host's words to those that it gave before, by language alone: a panel in `sv-FI` says
 * `sv`. Which messages there are, and what they may name, the panel knows.
 */
export function addMessages(before: Messages, given: Messages) {
  const messages: Record<string, Readonly<Record<string, MessageText>>> = { ...before }
  const wrong: string[] = []
  for (const [tag, texts] of entriesOf('setMessages()', given, wrong)) {
    const [language = ''] = tag.toLowerCase().split(/[-_]/)
    for (const [key, text] of entriesOf(`“${tag}”`, texts, wrong)) {
      // Every language falls back on `other`.
      const isText = typeof (text as { other?: unknown } | null)?.other === 'string'
      if (isText || typeof text === 'string')
        messages[language] = { ...messages[language], [key]: text }
      else wrong.push(`“${key}” in ${tag} is neither a text nor plural forms with “other”`)
    }
  }
  return { messages, wrong }
}
