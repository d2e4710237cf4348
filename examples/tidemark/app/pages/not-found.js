import { h } from '../element.js'
import { nothing, pageHead } from '../parts/page.js'

/** @returns {import('./pages.js').Page} */
export function notFoundPage() {
  return {
    title: 'Not found',
    content: [
      pageHead('There is no such page'),
      h(
        'section',
        { class: 'card' },
        nothing(
          'Nothing at this address',
          'It may have been deleted, or belong to somebody else’s books.',
          h('a', { class: 'button', href: '/dashboard' }, 'Go to the overview'),
        ),
      ),
    ],
  }
}
