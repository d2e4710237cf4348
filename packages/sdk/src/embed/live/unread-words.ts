type Words = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
type Language = 'en' | 'sv' | 'da' | 'nb' | 'uk'

/** What follows the word on the launcher where somebody hears it: “Help, 2 unread replies”. */
const words: Record<Language, Words> = {
  en: { one: 'unread reply', other: 'unread replies' },
  sv: { one: 'oläst svar', other: 'olästa svar' },
  da: { one: 'ulæst svar', other: 'ulæste svar' },
  nb: { one: 'ulest svar', other: 'uleste svar' },
  uk: {
    one: 'непрочитана відповідь',
    few: 'непрочитані відповіді',
    other: 'непрочитаних відповідей',
  },
}

/** In the language nearest to a BCP 47 tag. */
export function unreadWords(tag: string, count: number): string {
  const [language = ''] = tag.toLowerCase().split(/[-_]/)
  const own = /^n[no]$/.test(language) ? 'nb' : language
  const known = Object.hasOwn(words, own) ? (own as Language) : 'en'
  const forms = words[known]
  return `${count} ${forms[new Intl.PluralRules(known).select(count)] ?? forms.other}`
}
