import { directionOf } from '../foundation/direction.js'
import { make, makePath } from '../foundation/make.js'
import { drawLink } from './draw-text.js'

export interface CardButton {
  label: string
  isMain?: boolean
  /** Goes there instead. */
  href?: string
  press?(): void
}

export interface CardOf {
  /** Of the tour's own texts. */
  locale: string
  at: number
  of: number
  /** How far it is, in words. */
  count: string
  leaveLabel: string
  title: string
  text: readonly (HTMLElement | string)[]
  /** Said above the title. */
  note: string
  buttons: readonly CardButton[]
  leave(): void
}

const CROSS = 'm5 5 10 10M15 5 5 15'
/** More than this many points say nothing, and take the place of the buttons. */
const MANY = 8

/** Draws one step of a tour, as a dialog with a name. */
export function drawCard(card: CardOf): { card: HTMLElement; heading: HTMLElement } {
  const { locale, at, of, note } = card
  const heading = make('h2', { id: 'title', tabIndex: -1, textContent: card.title, lang: locale })
  const text = make('div', { className: 'text', id: 'text', lang: locale }, ...card.text)
  const leave = make(
    'button',
    { className: 'tool', type: 'button', ariaLabel: card.leaveLabel, onclick: card.leave },
    makePath(CROSS, { viewBox: '0 0 20 20' }),
  )
  const points = Array.from({ length: of > MANY ? 0 : of }, (_, index) =>
    make('i', { className: index === at ? 'on' : '' }),
  )
  const dialog = drawDialog(
    locale,
    'count title',
    note ? 'note text' : 'text',
    make(
      'div',
      { className: 'head' },
      make('span', { id: 'count', textContent: card.count }),
      leave,
    ),
    make('p', { className: 'note', id: 'note', textContent: note, hidden: !note }),
    heading,
    text,
    make(
      'div',
      { className: 'acts' },
      make('span', { className: 'steps', ariaHidden: 'true' }, ...points),
      ...card.buttons.map(drawButton),
    ),
  )
  return { card: dialog, heading }
}

/** A card with an arrow; called and described by what is in it, or near. */
export function drawDialog(
  locale: string,
  labelledBy: string,
  describedBy: string,
  ...inner: HTMLElement[]
): HTMLElement {
  const dialog = make(
    'div',
    { className: 'card', role: 'dialog', tabIndex: -1, dir: directionOf(locale) },
    make('div', { className: 'inner' }, ...inner),
    make('i', { className: 'arrow' }),
  )
  dialog.setAttribute('aria-labelledby', labelledBy)
  dialog.setAttribute('aria-describedby', describedBy)
  return dialog
}

export function drawButton({ label, isMain, href, press }: CardButton): HTMLElement {
  const button = href
    ? drawLink(href, location.href, label)
    : make('button', { type: 'button', textContent: label })
  button.className = isMain ? 'btn main' : 'btn'
  if (press) button.onclick = press
  return button
}
