import { looksOf, usual, wordsOf } from './choices.js'

/** @typedef {import('./choices.js').Choices} Choices */

/** The tag of a page that looks so from the start. @param {Choices} choices */
export function tagOf(choices) {
  const { mode, position } = choices
  const options = { ...looksOf(choices), mode, position }
  const plain = { theme: usual.theme, mode: usual.mode, position: usual.position, logo: '' }
  const lines = Object.entries(options)
    .filter(([name, value]) => value !== plain[/** @type {keyof typeof plain} */ (name)])
    .map(([name, value]) => `  data-${name}="${String(value).replaceAll('"', "'")}"\n`)
  return `<script\n  async\n  src="${location.origin}/waypost.js"\n  data-site="tidemark"\n${lines.join('')}></script>`
}

/** The calls that change it while it stands. @param {Choices} choices @param {string} language */
export function callsOf(choices, language) {
  const words = Object.fromEntries(Object.entries(wordsOf(choices)).filter(([, word]) => word))
  const looks = `waypost.setTheme(${written(looksOf(choices))})`
  if (Object.keys(words).length === 0) return looks
  return `${looks}\nwaypost.setMessages({\n  ${language}: ${written(words).replaceAll('\n', '\n  ')},\n})`
}

/** @param {Record<string, string>} values */
function written(values) {
  const lines = Object.entries(values).map(([name, value]) => {
    const key = /^\w+$/.test(name) ? name : `'${name}'`
    return `  ${key}: '${value.replace(/['\\]/g, '\\$&')}',\n`
  })
  return `{\n${lines.join('')}}`
}
