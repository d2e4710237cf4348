import type { PanelTarget, ReloadAdvice } from '@waypost/sdk/contract'
import type { View } from './views.js'

/** One page that the person has been on: alive as long as one can go back to it. */
export interface Page {
  target: PanelTarget
  /** Missing until its code has come. */
  view?: View
  title: string
  subtitle: string
  /** What had the focus when the person went on from here. */
  focused?: HTMLElement | null
  /** Its code could not be fetched; what to say where it never can be. */
  failed?: boolean | ReloadAdvice
}

/** Pages kept alive: who reads on and on does not keep all of it in memory. */
const MOST = 12

export const pageOf = (target: PanelTarget): Page => ({ target, title: '', subtitle: '' })

/** Where the person is, and the pages they can go back to. */
export function createViewStack() {
  let pages: readonly Page[] = []
  return {
    get pages(): readonly Page[] {
      return pages
    },
    get top(): Page | undefined {
      return pages.at(-1)
    },
    /** Goes deeper, or beside with `replace`. */
    push(page: Page, replace = false): void {
      // The only one there is stays below: without it nothing would lead anywhere from here.
      const below = replace && pages.length > 1 ? pages.slice(0, -1) : pages
      const [root, ...rest] = [...below, page]
      // The root stays: the way back always ends there.
      pages = root ? [root, ...rest.slice(1 - MOST)] : []
    },
    /** Begins anew, with the page on top and those under it. */
    begin(...begun: Page[]): void {
      pages = begun
    },
    back(): void {
      if (pages.length > 1) pages = pages.slice(0, -1)
    },
  }
}

/** True when both lead to the same page, wherever on it. */
export function isSamePage(a: PanelTarget, b: PanelTarget): boolean {
  return a.view === b.view && idOf(a) === idOf(b)
}

/** What tells a page from others of its kind. */
const idOf = ({
  articleId,
  ticketId,
  id,
}: Partial<Record<'view' | 'articleId' | 'ticketId' | 'id', string>>) => articleId ?? ticketId ?? id
