type ReloadWords = readonly [title: string, text: string, label: string]

/** Not from the panel: what it began with is older, and may be gone. */
export const reloadWords: Readonly<Record<'en' | 'sv' | 'da' | 'nb' | 'uk', ReloadWords>> = {
  en: ['Help has been updated.', 'Load the page again to go on from here.', 'Load the page again'],
  sv: ['Hjälpen har uppdaterats.', 'Ladda om sidan för att fortsätta härifrån.', 'Ladda om sidan'],
  da: [
    'Hjælpen er blevet opdateret.',
    'Genindlæs siden for at komme videre herfra.',
    'Genindlæs siden',
  ],
  nb: [
    'Hjelpen er oppdatert.',
    'Last inn siden på nytt for å gå videre.',
    'Last inn siden på nytt',
  ],
  uk: [
    'Довідку оновлено.',
    'Перезавантажте сторінку, щоб продовжити звідси.',
    'Перезавантажити сторінку',
  ],
}

/** In the language of the panel, English in any other. */
export function wordsIn(locale: string): ReloadWords {
  const [language = ''] = locale.split('-')
  return language in reloadWords ? reloadWords[language as 'en'] : reloadWords.en
}
