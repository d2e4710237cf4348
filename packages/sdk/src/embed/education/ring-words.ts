type Language = 'en' | 'sv' | 'da' | 'nb' | 'uk'

/** What is heard of the ring on the launcher: “Get set up, 3 of 5 done”. */
const words: Record<Language, (done: number, of: number) => string> = {
  en: (done, of) => `${done} of ${of} done`,
  sv: (done, of) => `${done} av ${of} klara`,
  da: (done, of) => `${done} af ${of} klaret`,
  nb: (done, of) => `${done} av ${of} ferdig`,
  uk: (done, of) => `виконано ${done} з ${of}`,
}

/** In the language nearest to a BCP 47 tag. */
export function ringWords(tag: string, done: number, of: number): string {
  const [language = ''] = tag.toLowerCase().split(/[-_]/)
  const own = /^n[no]$/.test(language) ? 'nb' : language
  return words[Object.hasOwn(words, own) ? (own as Language) : 'en'](done, of)
}
