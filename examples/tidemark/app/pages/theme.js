import { h } from '../element.js'
import { icon } from '../icons.js'
import { field, toggle } from '../parts/field.js'
import { card, pageHead } from '../parts/page.js'
import { toast } from '../parts/toast.js'
import { dressWidget, openWidget, standWidget } from '../support.js'
import { accents, brands, fonts, looksOf, modes, usual, wordsOf } from '../theme/choices.js'
import { callsOf, tagOf } from '../theme/snippets.js'

/** @typedef {import('../theme/choices.js').Choices} Choices */

/** As long as the page of the browser: the widget wears it on every page of the app. @type {Choices} */
let choices = { ...usual }

const appearances = /** @type {const} */ ([
  ['auto', 'As the page'],
  ['light', 'Light'],
  ['dark', 'Dark'],
])
const corners = /** @type {const} */ ([
  ['end', 'Right'],
  ['start', 'Left'],
])

/** Everything that a host can change about the widget, with the real one beside it. @type {import('./pages.js').PageFunction} */
export function themePage({ refresh }) {
  const tag = h('code', null, '')
  const calls = h('code', null, '')
  const said = h('output', { class: 'radius-said', for: 'radius' }, '')
  const language = document.documentElement.lang

  function show() {
    tag.textContent = tagOf(choices)
    calls.textContent = callsOf(choices, language)
    said.textContent = `${choices.radius} px`
    document
      .querySelector('.theme-columns')
      ?.classList.toggle('moved', choices.position === 'start')
    for (const swatch of document.querySelectorAll('.swatch')) {
      const isChosen = /** @type {HTMLElement} */ (swatch).dataset.accent === choices.accent
      swatch.setAttribute('aria-pressed', String(isChosen))
    }
  }

  /** @param {Partial<Choices>} change */
  function choose(change) {
    choices = { ...choices, ...change }
    show()
    void dressWidget(looksOf(choices), { [language]: wordsOf(choices) })
  }

  /** What an option alone can say: the widget stands anew, as it stood. @param {Partial<Choices>} change */
  async function standAnew(change) {
    choices = { ...choices, ...change }
    show()
    const { mode, position } = choices
    const before = document.activeElement
    await standWidget({ mode, position })
    await dressWidget(looksOf(choices), { [language]: wordsOf(choices) })
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }

  /** @param {Partial<Choices>} all */
  function start(all) {
    const { mode, position } = choices
    choose(all)
    if (mode !== choices.mode || position !== choices.position) void standAnew({})
    refresh()
  }

  queueMicrotask(show)
  return {
    title: 'Help widget',
    kind: 'theming',
    content: [
      pageHead('Help widget', {
        back: { href: '/settings', text: 'Settings' },
        under: 'Change how Waypost looks, where it stands and what it says. The real one follows.',
        actions: h(
          'button',
          {
            type: 'button',
            class: 'button main needs-support',
            id: 'show-widget',
            onclick: openWidget,
          },
          icon('help'),
          'Show the widget',
        ),
      }),
      h(
        'div',
        { class: `theme-columns ${choices.position === 'start' ? 'moved' : ''}` },
        card(
          'Start from a brand',
          {
            aside: h(
              'button',
              {
                type: 'button',
                class: 'link-button',
                id: 'reset',
                onclick: () => start({ ...usual }),
              },
              'Start over',
            ),
          },
          h(
            'div',
            { class: 'brands' },
            brands.map((brand) => brandButton(brand, start)),
          ),
        ),
        card(
          'Looks',
          {},
          h(
            'div',
            { class: 'fields' },
            accentField(choose),
            field({
              ...{ label: 'Font', name: 'font', value: choices.font },
              options: Object.entries(fonts).map(([key, { name }]) => [key, name]),
              more: { onchange: onValue((font) => choose({ font })) },
            }),
            field({
              ...{ label: 'Light or dark', name: 'theme', value: choices.theme },
              options: appearances,
              more: {
                onchange: onValue((theme) => choose({ theme: /** @type {'auto'} */ (theme) })),
              },
            }),
            radiusField(choose, said),
            toggle({
              ...{ label: 'Logo', name: 'logo', value: choices.logo !== '' },
              help: 'An image of any shape, 28 pixels high, beside the name.',
              onchange: (on) => choose({ logo: on ? logoOf(choices.accent) : '' }),
            }),
          ),
        ),
        card(
          'Where it stands, and what it leads with',
          {},
          h(
            'div',
            { class: 'fields' },
            field({
              ...{ label: 'Mode', name: 'mode', value: choices.mode, options: modes },
              more: { onchange: onValue((mode) => void standAnew({ mode })) },
            }),
            field({
              ...{ label: 'Corner', name: 'position', value: choices.position, options: corners },
              more: {
                onchange: onValue(
                  (position) => void standAnew({ position: /** @type {'end'} */ (position) }),
                ),
              },
            }),
          ),
        ),
        card(
          'Words',
          {},
          h(
            'div',
            { class: 'fields' },
            wordField('Question on the first page', 'greeting', 'How can we help?', choose),
            wordField('Button to ask', 'ask', 'Ask us', choose),
          ),
        ),
        card(
          'To take along',
          { kind: 'snippets' },
          snippet('The script tag of your page', tag),
          snippet('Or while it stands, from your code', calls),
        ),
      ),
    ],
  }
}

/**
 * @param {(typeof brands)[number]} brand
 * @param {(all: Partial<Choices>) => void} start
 */
function brandButton({ name, about, ...looks }, start) {
  const mark = h(
    'span',
    { class: 'brand-mark', 'aria-hidden': 'true' },
    h('img', { src: looks.logo, alt: '' }),
  )
  const button = h(
    'button',
    {
      ...{ type: 'button', class: 'brand-choice', id: `brand-${name.toLowerCase()}` },
      onclick: () => start(looks),
    },
    mark,
    h('span', null, h('strong', null, name), h('span', { class: 'under' }, about)),
  )
  button.style.setProperty('--swatch', looks.accent ?? '')
  button.style.setProperty('--face', fonts[looks.font ?? '']?.family ?? '')
  button.style.setProperty('--corner', `${(looks.radius ?? 0) / 1.8}px`)
  return button
}

/** @param {(change: Partial<Choices>) => void} choose */
function accentField(choose) {
  const custom = h('input', {
    ...{ type: 'color', id: 'accent', name: 'accent', value: choices.accent },
    oninput: onValue((accent) => choose({ accent })),
  })
  return h(
    'div',
    { class: 'field wide' },
    h('label', { for: 'accent' }, 'Accent'),
    h(
      'div',
      { class: 'swatches', role: 'group', 'aria-label': 'Accents to try' },
      custom,
      accents.map(([accent, name]) => {
        const swatch = h('button', {
          ...{ type: 'button', class: 'swatch', title: name, 'aria-label': name },
          ...{ 'data-accent': accent, 'aria-pressed': String(accent === choices.accent) },
          onclick: () => {
            custom.value = accent
            choose({ accent })
          },
        })
        swatch.style.setProperty('--swatch', accent)
        return swatch
      }),
    ),
  )
}

/**
 * @param {(change: Partial<Choices>) => void} choose
 * @param {HTMLElement} said
 */
function radiusField(choose, said) {
  const slider = h('input', {
    ...{ type: 'range', id: 'radius', name: 'radius', min: 0, max: 28, value: choices.radius },
    oninput: onValue((radius) => choose({ radius: Number(radius) })),
  })
  return h(
    'div',
    { class: 'field' },
    h('label', { for: 'radius' }, 'Corners'),
    h('div', { class: 'radius' }, slider, said),
  )
}

/**
 * @param {string} label
 * @param {'greeting' | 'ask'} name
 * @param {string} placeholder
 * @param {(change: Partial<Choices>) => void} choose
 */
const wordField = (label, name, placeholder, choose) =>
  field({
    ...{ label, name, value: choices[name], help: `Now: ${placeholder}` },
    more: { maxlength: 60, oninput: onValue((text) => choose({ [name]: text.trim() })) },
  })

/**
 * @param {string} title
 * @param {HTMLElement} code
 */
function snippet(title, code) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? '')
      toast('Copied.')
    } catch {
      getSelection()?.selectAllChildren(code)
      toast('Your browser lets nobody copy for you: it is selected now.')
    }
  }
  return h(
    'div',
    { class: 'snippet' },
    h(
      'div',
      { class: 'snippet-head' },
      h('h3', null, title),
      h(
        'button',
        { type: 'button', class: 'button', onclick: copy },
        icon('copy'),
        'Copy',
        h('span', { class: 'unseen' }, `: ${title}`),
      ),
    ),
    h('pre', { tabindex: '0', 'aria-label': title, role: 'region' }, code),
  )
}

/** The mark of the brand that is nearest. @param {string} accent */
const logoOf = (accent) => brands.find((brand) => brand.accent === accent)?.logo ?? usual.logo

/** @param {(value: string) => void} use */
const onValue = (use) => (/** @type {Event} */ event) =>
  use(/** @type {HTMLInputElement} */ (event.target).value)
