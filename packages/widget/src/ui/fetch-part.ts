import { adoptStyles, type CSSResult, type LitElement } from 'lit'
import type { English } from '../foundation/i18n.js'
import type { PanelContext } from '../foundation/panel-context.js'

/** What of a page few want, or not at once; it brings its words and looks. */
export interface Part {
  english: English
  styles: CSSResult[]
}

/**
 * Fetches a part and makes its page ready for it. Nothing where it cannot be had: who asks says so,
 * and asks again.
 */
export async function fetchPart<P extends Part>(
  page: LitElement & { panel: PanelContext },
  part: Promise<P>,
): Promise<P | undefined> {
  try {
    const fetched = await part
    page.panel.translator.learn(fetched.english)
    const root = page.renderRoot as ShadowRoot
    adoptStyles(root, [...root.adoptedStyleSheets, ...fetched.styles])
    return fetched
  } catch {
    return undefined
  }
}
