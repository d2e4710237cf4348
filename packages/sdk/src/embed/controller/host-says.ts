import type {
  Looks,
  Messages,
  PageSuggestions,
  PanelChange,
  SuggestedEventName,
  TicketContextInput,
} from '../../contract/panel.js'
import type { SdkEvents } from '../../contract/sdk-events.js'
import { addMessages } from './add-messages.js'
import { checkLooks } from './check-looks.js'
import { pageContext } from './page-context.js'
import type { PageSide } from './page-side.js'
import type { readOptions } from './read-options.js'
import { validLocale } from './valid-locale.js'
import { wrongCall } from './wrong-call.js'

export interface HostSaysDeps {
  side: Pick<PageSide, 'state' | 'options' | 'draw' | 'look'>
  looks: ReturnType<typeof readOptions>['looks']
  emit: (name: 'locale:changed', payload: SdkEvents['locale:changed']) => void
  report: (error: unknown) => void
  /** Whatever stands in the page already. */
  update: (change: PanelChange) => void
}

/** What the host says of its page: language, looks, words of its own, and what a question is about. */
export function createHostSays({ side, looks, emit, report, update }: HostSaysDeps) {
  let locale = validLocale(side.state.locale) ?? 'en'
  let context: TicketContextInput = {}
  let suggested: PageSuggestions | null = null
  let messages: Messages = {}

  /** What is wrong is told, a sentence each, and what held before holds on. */
  const tellWrong = (details: readonly string[]) => {
    for (const detail of details) report(wrongCall(detail))
  }

  return {
    tellWrong,

    /** Those of them that a panel is made with. */
    options: () => ({
      locale,
      ...looks,
      messages,
      context: () => ({ ...pageContext(context), suggested, orders: side.options.orders }),
    }),

    setContext(next: TicketContextInput): void {
      context = next
    },

    /** Of the page, whoever is here. */
    suggest(next: PageSuggestions | null): void {
      suggested = next
      dispatchEvent(new Event('waypost-suggested' satisfies SuggestedEventName))
    },

    get locale() {
      return locale
    },

    setLocale(next: string): void {
      locale = next
      side.draw({ locale })
      update({ locale })
      emit('locale:changed', { locale })
    },

    setTheme(given: Looks): void {
      const next = checkLooks(given)
      Object.assign(looks, next.looks)
      side.look(next.looks)
      update(next.looks)
      tellWrong(next.wrong)
    },

    setMessages(given: Messages): void {
      const next = addMessages(messages, given)
      messages = next.messages
      update({ messages })
      tellWrong(next.wrong)
    },
  }
}
