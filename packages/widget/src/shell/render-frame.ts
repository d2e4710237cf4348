import { html, nothing } from 'lit'
import type { Translator } from '../foundation/i18n.js'
import type { Plan } from './places.js'
import { renderFoot } from './render-foot.js'
import { renderHead } from './render-head.js'
import { renderPages } from './render-pages.js'
import type { createRouter } from './router.js'
import { views } from './views.js'

type Router = Pick<
  ReturnType<typeof createRouter>,
  'top' | 'pages' | 'motion' | 'back' | 'retry' | 'goOn'
>

/** What is in the window: head, page, and the footing below those that one begins with. */
export function renderFrame(
  { top, pages, motion, back, retry, goOn }: Router,
  { places, hidden }: Plan,
  translator: Translator,
  close: () => void,
) {
  const view = top?.target.view
  const plan = view && views[view]
  const isRoot = pages.length < 2
  const go = (view: 'search' | (typeof places)[number]) => () => void goOn({ view })
  return html`${renderHead(top, translator, {
    back: isRoot ? undefined : back,
    search: plan?.searches && !hidden.includes('search') ? go('search') : undefined,
    // Where the form is all there is, its own foot stands in the place of the footing.
    requests: isRoot && view === 'form' && places.includes('requests') ? go('requests') : undefined,
    close,
  })}
    <div class="page" data-motion=${motion}>${renderPages(pages, translator, retry)}</div>
    ${
      plan?.isRoot && places.length > 1
        ? renderFoot(places, translator, { current: view, go: (place) => go(place)() })
        : nothing
    }`
}
