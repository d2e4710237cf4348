import type { RichText } from '@waypost/sdk/contract'
import type { CarriedCard } from '../../domain/carried.js'
import { CODE_LIFE, LINK_DAYS, type Mail, MINUTE } from '../../domain/notifications/mail.js'
import type { Letter } from '../../domain/notifications/mailer.js'
import type { Occasion } from '../../domain/notifications/occasion.js'
import type { SafeHtml } from '../../foundation/html.js'
import { createTranslator, type Translator } from '../../messages/translator.js'
import { drawLetterHtml } from './draw-letter-html.js'
import { drawLetterText } from './draw-letter-text.js'
import type { LetterWords } from './letter-words.js'

/** What a mail needs to know of the site that it comes from. */
export interface LetterSite {
  readonly name: string
  readonly defaultLocale: string
  readonly accent: string | null
}

export interface LetterWriterDeps {
  siteOf(key: string): LetterSite
  /** Where a link of a mail leads; `undefined` for a site without pages of its own. */
  urlOf(site: string, locale: string, token: string): string | undefined
  /** Where a content stands in the help centre of a site, where it does. */
  cardUrl(site: string, card: CarriedCard): string | null
  drawBody(body: RichText, words: Translator): { text: string; html: SafeHtml }
}

/** Writes mails in the language that their reader asked in. */
export function createLetterWriter({ siteOf, urlOf, cardUrl, drawBody }: LetterWriterDeps) {
  return (mail: Mail, occasion: Occasion, at: Date): Letter => {
    const site = siteOf(mail.site)
    const locale = mail.locale ?? site.defaultLocale
    const words = createTranslator(locale)
    const letter = wordsOf(occasion, words, {
      linkOf: (token) => urlOf(mail.site, locale, token),
      cardUrl: (card) => cardUrl(mail.site, card),
    })
    const signed = {
      ...letter,
      notes: [...letter.notes, words.t('mail.by-machine', { site: site.name })],
    }
    const frame = { locale: words.locale, site: site.name, accent: site.accent }
    return {
      ...{ id: mail.id, to: mail.to, from: site.name, subject: letter.subject, at },
      locale: words.locale,
      text: drawLetterText(signed),
      html: drawLetterHtml(signed, frame),
    }
  }

  function wordsOf(occasion: Occasion, words: Translator, { linkOf, cardUrl }: Links): LetterWords {
    const { t } = words
    switch (occasion.kind) {
      case 'ticket-opened': {
        const { reference: ref, token } = occasion
        const url = linkOf(token)
        return {
          subject: t('mail.opened.subject', { ref }),
          title: t('mail.opened.title'),
          lines: [t('mail.opened.text', { ref }), ...(url ? [] : [t('mail.in-product')])],
          button: { words: t('mail.open'), url },
          notes: [...lifeOf(words, url), t('mail.opened.not-you')],
        }
      }
      case 'ticket-replied': {
        const { reference: ref, author, said, token } = occasion
        const url = linkOf(token)
        const about = said
          ? t('mail.replied.about', { ref, subject: said.subject })
          : t('mail.replied.text', { ref })
        return {
          subject: t('mail.replied.subject', { ref }),
          title: author ? t('mail.replied.by', { name: author }) : t('mail.replied.team'),
          lines: [about, ...(url ? [] : [t('mail.in-product')])],
          quote: said ? drawBody(said.body, words) : undefined,
          list: said?.contents.flatMap((card) => drawCard(card, words, cardUrl(card))) ?? [],
          button: { words: t('mail.replied.open'), url },
          notes: lifeOf(words, url),
        }
      }
      case 'sign-in-code': {
        const { code, token } = occasion
        return {
          subject: t('mail.code.subject', { code }),
          title: t('mail.code.title'),
          code,
          lines: [t('mail.code.text', { n: CODE_LIFE / MINUTE })],
          button: { words: t('mail.code.link'), url: linkOf(token) },
          notes: [t('mail.code.not-you')],
        }
      }
      case 'request-links':
        return {
          subject: t('mail.links.subject'),
          title: t('mail.links.title'),
          lines: [t('mail.links.text')],
          list: occasion.requests.map(({ reference, createdAt, token }) => ({
            words: reference,
            detail: t('mail.links.sent', { date: words.date(createdAt) }),
            url: linkOf(token),
          })),
          notes: [t('mail.links.life', { n: LINK_DAYS })],
        }
    }
  }
}

/** How long a link works, where there is one. */
const lifeOf = ({ t }: Translator, url: string | undefined): string[] =>
  url === undefined ? [] : [t('mail.link.life', { n: LINK_DAYS })]

interface Links {
  readonly linkOf: (token: string) => string | undefined
  readonly cardUrl: (card: CarriedCard) => string | null
}

/** What the page of the host alone can show is for whoever reads the reply there. */
function drawCard({ kind, title, minutes }: CarriedCard, words: Translator, url: string | null) {
  if (url === null || (kind !== 'course' && kind !== 'lesson')) return []
  const detail = minutes === null ? '' : words.minutes(minutes)
  return [{ words: words.t(`learn.hit.${kind}`, { title }), detail, url }]
}
