/** @type {import('./host.js').Host[]} */
export const manners = [
  {
    name: 'eager',
    does: 'Wants all of us at once: fetched at once, asking for replies all the time.',
    tag: '<script async src="WAYPOST/waypost.js" data-defer="immediate" data-live="true"></script>',
  },
  {
    name: 'stopped-events',
    does: 'Stops every click and every key at its document.',
    script: `
      for (const type of ['click', 'keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown']) {
        document.addEventListener(type, (event) => event.stopImmediatePropagation())
      }
    `,
  },
  {
    name: 'shortcuts',
    does: 'Has shortcuts of one letter, and looks only at the element that it sees.',
    script: `
      window.heard = []
      for (const type of ['keydown', 'keypress', 'keyup']) {
        document.addEventListener(type, (event) => {
          if (event.target.closest('input, textarea, select, [contenteditable]')) return
          if (event.key.length > 1) return
          window.heard.push(event.key)
          event.preventDefault()
          document.querySelector('#own').focus()
        })
      }
    `,
  },
  {
    name: 'focus-trap',
    does: 'Has a dialog that takes the focus back, with a button for help inside.',
    tag: '<script async src="WAYPOST/waypost.js" data-launcher=".help"></script>',
    ownLauncher: true,
    after: `<div id="trap" role="dialog" aria-modal="true" aria-label="Pay">
      <input aria-label="Card"> <button class="help">Help</button></div>`,
    script: `
      addEventListener('DOMContentLoaded', () => {
        const trap = document.querySelector('#trap')
        let last = trap.querySelector('input')
        last.focus()
        document.addEventListener('focusin', (event) => {
          if (trap.contains(event.target)) return void (last = event.target)
          event.stopImmediatePropagation()
          last.focus()
        }, true)
      })
    `,
  },
  {
    name: 'inert-siblings',
    does: 'Makes all of the page inert but its own dialog, which asks for help.',
    tag: '<script async src="WAYPOST/waypost.js" data-launcher=".help"></script>',
    ownLauncher: true,
    after: `<div id="pay" role="dialog" aria-modal="true" aria-label="Pay"><button class="help">Help</button></div>`,
    script: `
      const rest = () => {
        for (const element of document.body.children) {
          if (element.id !== 'pay') { element.inert = true; element.setAttribute('aria-hidden', 'true') }
        }
      }
      addEventListener('DOMContentLoaded', () => {
        rest()
        new MutationObserver(rest).observe(document.body, { childList: true })
      })
    `,
  },
  {
    name: 'removes-strangers',
    does: 'Removes from its body every element that it does not know.',
    apart: true,
    script: `
      window.removed = 0
      const tidy = () => {
        for (const element of document.querySelectorAll('body > :not(header, main, script)')) {
          element.remove()
          window.removed++
        }
      }
      addEventListener('DOMContentLoaded', () => {
        new MutationObserver(tidy).observe(document.body, { childList: true })
        tidy()
      })
    `,
  },
]
