/**
 * How the widget looks and what it leads with, as chosen on the page.
 *
 * @typedef {object} Choices
 * @property {string} accent
 * @property {string} font a name in `fonts`
 * @property {number} radius in pixels
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {string} logo an address; empty for none
 * @property {string} mode
 * @property {'end' | 'start'} position
 * @property {string} greeting empty for the widget’s own
 * @property {string} ask
 */

/** @type {Readonly<Record<string, { name: string, family: string }>>} */
export const fonts = {
  onest: { name: 'Onest', family: '"Onest Variable", sans-serif' },
  serif: { name: 'Source Serif', family: '"Source Serif 4 Variable", Georgia, serif' },
  system: { name: 'The system’s', family: 'system-ui, sans-serif' },
  round: {
    name: 'Rounded',
    family: 'ui-rounded, "Nunito", "Varela Round", "Onest Variable", sans-serif',
  },
  mono: { name: 'Monospaced', family: 'ui-monospace, "DejaVu Sans Mono", monospace' },
}

/** @type {Choices} */
export const usual = {
  accent: '#0b7a75',
  font: 'onest',
  radius: 18,
  theme: 'auto',
  logo: '/app/icon.svg',
  mode: 'self-service',
  position: 'end',
  greeting: '',
  ask: '',
}

/** Three brands that have nothing in common. @type {readonly (Partial<Choices> & { name: string, about: string })[]} */
export const brands = [
  {
    ...{ name: 'Tidemark', about: 'Teal, plain, as it comes' },
    ...{ accent: '#0b7a75', font: 'onest', radius: 18, logo: '/app/icon.svg' },
  },
  {
    ...{ name: 'Almanac', about: 'Dark brown, serif, square' },
    ...{ accent: '#6b3f1d', font: 'serif', radius: 0, logo: '/app/theme/almanac.svg' },
  },
  {
    ...{ name: 'Sprout', about: 'Pale lime, rounded' },
    ...{ accent: '#a3e635', font: 'round', radius: 28, logo: '/app/theme/sprout.svg' },
  },
]

/** @type {readonly (readonly [string, string])[]} */
export const accents = [
  ['#0b7a75', 'Teal'],
  ['#2563eb', 'Blue'],
  ['#6d28d9', 'Purple'],
  ['#ec4899', 'Pink'],
  ['#dc2626', 'Red'],
  ['#f97316', 'Orange'],
  ['#ffd400', 'Yellow'],
  ['#a3e635', 'Lime'],
  ['#6b3f1d', 'Brown'],
  ['#111111', 'Black'],
]

/** @type {readonly (readonly [string, string])[]} */
export const modes = [
  ['self-service', 'Self-service: search leads'],
  ['neutral', 'Neutral: asking beside the answers'],
  ['ask-first', 'Ask first: opens on the form'],
  ['form-only', 'Form only'],
  ['docs-only', 'Articles only'],
]

/** What `setTheme()` takes. @param {Choices} choices */
export const looksOf = ({ accent, font, radius, theme, logo }) => ({
  ...{ accent, theme, logo },
  font: fonts[font]?.family ?? '',
  radius: `${radius}px`,
})

/** What `setMessages()` takes; an empty word takes the one before back. @param {Choices} choices */
export const wordsOf = ({ greeting, ask }) => ({ 'home.greeting': greeting, 'panel.ask': ask })
