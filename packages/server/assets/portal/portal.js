/** Closes the menu of languages with Escape, or when somebody goes on elsewhere. */
const menu = document.querySelector('details.menu')

function close() {
  menu.open = false
}

if (menu) {
  document.addEventListener('click', (event) => {
    if (menu.open && !menu.contains(event.target)) close()
  })
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    close()
    menu.querySelector('summary').focus()
  })
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) close()
  })
}
