/** Languages whose readers read another one of ours more easily than English. */
const relatives: Record<string, string> = { no: 'nb', nn: 'nb' }

/** The language of a BCP 47 tag, without its country. */
export const languageOf = (tag: string) => tag.toLowerCase().split(/[-_]/)[0] ?? ''

/** The language of ours in which somebody reads who asked for this one. */
export const ourLanguage = (language: string) => relatives[language] ?? language
