import type { MessageText, PanelOptions } from '@waypost/sdk/contract'
import { sv } from '../foundation/messages/sv.js'
import { svEducation } from '../foundation/messages/sv-education.js'
import { svFormMore } from '../foundation/messages/sv-form-more.js'
import { svTour } from '../foundation/messages/sv-tour.js'
import { svUploads } from '../foundation/messages/sv-uploads.js'

const words: Readonly<Record<string, MessageText>> = {
  ...sv,
  ...svEducation,
  ...svFormMore,
  ...svTour,
  ...svUploads,
}

const told = new Set<string>()

/**
 * Tells the host what is wrong with words of its own: a message that there is not, a name that
 * nothing is filled in for. Fetched where there are any, with a language of ours: each has every
 * message, with the names that all of them have, while English comes page by page.
 */
export async function checkMessages({
  messages,
  emit,
}: Pick<PanelOptions<unknown>, 'messages' | 'emit'>): Promise<void> {
  // What the person came for comes first.
  await new Promise((later) => setTimeout(later, 3_000))
  for (const [language, texts] of Object.entries(messages)) {
    for (const [key, text] of Object.entries(texts)) {
      const ours = words[key]
      const known = ours === undefined ? [] : namesOf(ours)
      const wrong = ours !== undefined && namesOf(text).filter((name) => !known.includes(name))
      const detail = wrong
        ? wrong.length > 0 && `“${key}” in ${language} has nothing to say for ${wrong.join(', ')}`
        : `There is no message “${key}”, as ${language} has it`
      if (!detail || told.has(detail)) continue
      told.add(detail)
      console.warn('[waypost]', detail)
      emit('error', { code: 'malformed_request', detail })
    }
  }
}

/** With their braces. */
const namesOf = (text: MessageText): string[] =>
  (typeof text === 'string' ? text : Object.values(text).join()).match(/\{\w+\}/g) ?? []
