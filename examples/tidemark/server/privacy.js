/** What `/demo/privacy/<locale>` says: that of a sample, which keeps everything on your machine. */
const texts = /** @type {Readonly<Record<string, string>>} */ ({
  en: `Tidemark does not exist. What you write to it stays in the folder .waypost/demo
of your own machine, and is gone when you delete that.`,
  sv: `Tidemark finns inte. Det du skriver till dem stannar i mappen .waypost/demo
på din egen dator och är borta när du raderar den.`,
  da: `Tidemark findes ikke. Det, du skriver til dem, bliver i mappen .waypost/demo
på din egen computer og er væk, når du sletter den.`,
  nb: `Tidemark finnes ikke. Det du skriver til dem, blir i mappen .waypost/demo
på din egen maskin og er borte når du sletter den.`,
  uk: `Tidemark не існує. Те, що ви їм пишете, лишається в папці .waypost/demo
на вашому комп’ютері й зникає, коли ви її видалите.`,
})

/**
 * @param {string} pathname
 * @returns {string | undefined}
 */
export function privacyText(pathname) {
  const [, locale = ''] = /^\/demo\/privacy\/([a-z]{2})$/.exec(pathname) ?? []
  return Object.hasOwn(texts, locale) ? texts[locale] : undefined
}
