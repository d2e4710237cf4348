/** The menu of languages closes with Escape, and when somebody goes on elsewhere. */
const menu = document.querySelector('details.menu')

if (menu instanceof HTMLDetailsElement) {
  const close = () => {
    menu.open = false
  }
  document.addEventListener('click', ({ target }) => {
    if (!menu.contains(/** @type {Node} */ (target))) close()
  })
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return
    close()
    menu.querySelector('summary')?.focus()
  })
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(/** @type {Node} */ (relatedTarget))) close()
  })
}
