import type { Tip, TipsOptions } from '@waypost/sdk/contract'
import { activeElement } from '../foundation/active-element.js'
import { directionOf } from '../foundation/direction.js'
import { make } from '../foundation/make.js'
import { contains, isRtl } from './composed.js'
import { drawButton, drawDialog } from './draw-card.js'
import { drawText } from './draw-text.js'
import { placeCard } from './place-card.js'
import { placeMark } from './place-mark.js'
import { standOnPage } from './stand-on-page.js'
import { tipStyles } from './tip.styles.js'
import type { TourWords } from './tour-words.js'

export interface StandingTip {
  anchor: HTMLElement
  open(): void
  /** Looks again where it stands, and whether something lies over it. */
  settle(): void
  leave(): void
}

/** A tip on the page: the mark near what it speaks of, and the card that somebody opens. */
export function standTip(
  tip: Tip,
  anchor: HTMLElement,
  words: TourWords,
  options: TipsOptions,
): StandingTip {
  const page = standOnPage('waypost-tip', tipStyles, options)
  const locale = options.contentLocale ?? options.locale
  const mark = make('button', {
    className: 'mark',
    id: 'mark',
    type: 'button',
    ariaLabel: words.t('tip.name', { title: tip.title }),
    ariaExpanded: 'false',
  })
  const card = drawTip()
  const end = new AbortController()
  const over = { signal: end.signal }

  page.layer.lang = words.locale
  page.layer.dir = directionOf(words.locale)
  page.layer.append(mark)
  page.wear(options.looks)
  mark.setAttribute('aria-controls', 'tip')
  mark.onclick = () => (isOpen() ? close(true) : open())
  page.layer.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !page.layer.contains(relatedTarget as Node)) close()
  })
  addEventListener('keydown', pressed, over)
  addEventListener('pointerdown', pointed, { ...over, capture: true })

  function drawTip(): HTMLElement {
    const follow = (article: string, label: string) => act({ label, article })
    const text = drawText(tip.body, { baseUrl: options.baseUrl, follow })
    const buttons = tip.actions.map((action, index) => {
      const button = drawButton({
        label: action.label,
        isMain: index === 0,
        press: () => act(action),
      })
      button.classList.toggle('bare', index > 0)
      return button
    })
    const card = drawDialog(
      locale,
      'mark',
      'text',
      make('div', { className: 'text', id: 'text', lang: locale }, ...text),
      make('div', { className: 'acts', hidden: buttons.length === 0 }, ...buttons),
    )
    card.id = 'tip'
    return card
  }

  const isOpen = () => card.isConnected

  function act(action: Tip['actions'][number]): void {
    close(true)
    options.act(action, tip.id)
  }

  function open(): void {
    if (isOpen()) return
    mark.ariaExpanded = 'true'
    mark.after(card)
    settle()
    card.focus({ preventScroll: true })
    options.opened(tip.id)
  }

  function close(isBack = false): void {
    if (!isOpen()) return
    const hadFocus = contains(card, activeElement())
    card.remove()
    mark.ariaExpanded = 'false'
    if (isBack && hadFocus) mark.focus({ preventScroll: true })
    options.closed(tip.id)
  }

  function settle(): void {
    page.stand(anchor)
    placeMark(mark, anchor)
    if (mark.hidden) close()
    if (!isOpen()) return
    // The arrow stands near a corner of the card.
    const { left, top, width, height } = mark.getBoundingClientRect()
    const around = { left: left - 20, top, width: width + 40, height }
    placeCard(card, around, { placement: tip.placement, gap: 10, isRtl: isRtl(anchor) })
  }

  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || !isOpen()) return
    const active = activeElement()
    if (active !== document.body && !contains(page.layer, active)) return
    event.preventDefault()
    event.stopPropagation()
    close(true)
  }

  function pointed(event: Event): void {
    if (!event.composedPath().includes(page.layer)) close()
  }

  function leave(): void {
    end.abort()
    close()
    page.element.remove()
  }

  settle()
  return { anchor, open, settle, leave }
}
