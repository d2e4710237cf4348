import type { Call } from '../../client/call.js'
import type { Notices, NoticesState } from '../../contract/realtime.js'
import type { customerRoutes } from '../../contract/routes.js'
import type { TextStorage } from '../controller/open-storage.js'
import { playSound } from './play-sound.js'

export interface NoticesDeps {
  call: Call
  storage: Pick<TextStorage, 'get' | 'set'>
  /** Under which it is remembered that somebody wants to be told. */
  key: string
  /** Another one for another person. */
  own(): object
  /** BCP 47, of whoever is here. */
  locale(): string
  /** Somebody waits for the answer to it. */
  asked(ticketId: string): void
  /** It is on or off by now. */
  changed(): void
  /** Opens a request. */
  show(ticketId: string): void
}

export interface Noticing extends Notices {
  /** Tells outside of the page that there is a reply, and of which request: nothing of what it says. */
  show(ticketId: string): Promise<void>
  /** Tells so that it is heard. */
  play(): Promise<void>
  /** Somebody has read it, or somebody else is here. */
  close(): void
}

const getTicket: typeof customerRoutes.getTicket = { method: 'GET', path: '/v1/tickets/{id}' }

const titles: Readonly<Record<'en' | 'sv' | 'da' | 'nb' | 'uk', string>> = {
  en: 'A reply for you',
  sv: 'Du har fått svar',
  da: 'Du har fået svar',
  nb: 'Du har fått svar',
  uk: 'Вам відповіли',
}

/** Tells of replies by notifications. The browser is asked for nothing before `turn(true)`. */
export function createNotices({ call, storage, key, ...deps }: NoticesDeps): Noticing {
  // There the browser takes them from service workers alone, and of us there is none.
  const isMissing = !('Notification' in globalThis) || /Android/.test(navigator.userAgent)
  const shown = new Map<string, Notification>()
  /** Rises when they are closed: one that was on its way does not come any more. */
  let turn = 0

  const state = (): NoticesState => {
    if (isMissing || !isSecureContext) return 'missing'
    if (Notification.permission === 'denied') return 'refused'
    return Notification.permission === 'granted' && storage.get(key) ? 'on' : 'off'
  }

  return {
    get state() {
      return state()
    },

    async turn(on, ticketId) {
      const mine = deps.own()
      if (on) await Notification.requestPermission()
      if (mine !== deps.own()) return state()
      if (on) deps.asked(ticketId)
      storage.set(key, on && Notification.permission === 'granted' ? '1' : null)
      deps.changed()
      return state()
    },

    async show(ticketId) {
      if (state() !== 'on') return
      const mine = turn
      const asked = call('getTicket', {}, { ...getTicket, params: { id: ticketId } })
      const { subject } = await asked.catch(() => ({ subject: '' }))
      if (mine !== turn) return
      const [language = ''] = deps
        .locale()
        .replace(/^n[no]\b/, 'nb')
        .split('-')
      const lang = Object.hasOwn(titles, language) ? (language as keyof typeof titles) : 'en'
      // Another one of the same request takes its place.
      const tag = key + ticketId
      const notice = new Notification(titles[lang], { body: subject, tag, lang })
      notice.onclick = () => {
        focus()
        notice.close()
        deps.show(ticketId)
      }
      shown.set(tag, notice)
    },

    play: playSound,

    close() {
      turn++
      for (const notice of shown.values()) notice.close()
      shown.clear()
    },
  }
}
