import { h } from '../element.js'
import { icon } from '../icons.js'

let count = 0

/**
 * A button that opens a list of actions below it. Arrows move, Escape closes and returns.
 *
 * @param {string} label
 * @param {readonly ({ label: string, onclick: () => void, danger?: boolean } | false)[]} items
 * @param {string} [id]
 */
export function menuButton(label, items, id) {
  count += 1
  const listId = `menu-${count}`
  const list = h(
    'ul',
    { class: 'menu-list', id: listId, hidden: true },
    items.flatMap((item) => {
      if (!item) return []
      const onclick = () => {
        setOpen(false)
        button.focus()
        item.onclick()
      }
      const kind = `menu-item${item.danger ? ' danger' : ''}`
      return [h('li', null, h('button', { type: 'button', class: kind, onclick }, item.label))]
    }),
  )
  const toggle = () => setOpen(!isOpen())
  const button = h(
    'button',
    {
      ...{ type: 'button', class: 'button', id, onclick: toggle },
      ...{ 'aria-expanded': 'false', 'aria-controls': listId },
    },
    label,
    icon('down'),
  )
  const menu = h('div', { class: 'menu', onkeydown: onKey }, button, list)
  closesOutside(menu, () => setOpen(false))
  return menu

  function isOpen() {
    return !list.hidden
  }

  /** @param {boolean} open */
  function setOpen(open) {
    list.hidden = !open
    button.setAttribute('aria-expanded', String(open))
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === 'Escape' && isOpen()) {
      setOpen(false)
      button.focus()
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    if (!isOpen()) setOpen(true)
    const actions = [...list.querySelectorAll('button')]
    const at = actions.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement))
    actions[(at + step + actions.length) % actions.length]?.focus()
  }
}

/**
 * Calls back when a press or the focus lands elsewhere, for as long as the element is on the page.
 *
 * @param {Element} element
 * @param {() => void} close
 */
export function closesOutside(element, close) {
  const look = (/** @type {Event} */ event) => {
    if (!element.isConnected) {
      document.removeEventListener('pointerdown', look)
      document.removeEventListener('focusin', look)
    } else if (!event.composedPath().includes(element)) close()
  }
  document.addEventListener('pointerdown', look)
  document.addEventListener('focusin', look)
}
