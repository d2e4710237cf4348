import type { PanelTarget, ReloadModule, TicketPrefill } from '@waypost/sdk/contract'
import type { LitElement } from 'lit'
import { defineElement } from '../foundation/define-element.js'
import type { PanelContext } from '../foundation/panel-context.js'
import { whenPainted } from '../foundation/when-painted.js'
import type { TitledEvent } from '../ui/view-events.js'
import type { ContextController } from './context-controller.js'
import type { createFocusKeeper } from './focus-keeper.js'
import { prefetchViews } from './prefetch-views.js'
import { createViewStack, isSamePage, type Page, pageOf } from './view-stack.js'
import { type View, views } from './views.js'
import { startWay, type Way, wayInto, wayOn, withWords } from './ways.js'

export interface RouterDeps {
  host: LitElement
  context: Pick<ContextController, 'current' | 'plan'> & Partial<Pick<ContextController, 'logo'>>
  focus: ReturnType<typeof createFocusKeeper>
  /** False while nobody sees the panel: then it leaves the focus where it is. */
  isOpen(): boolean
}

/** Views of which one copy is enough: going there again goes back to it, with what was in it. */
const single: readonly string[] = [
  ...['home', 'search', 'form', 'requests', 'learn', 'checklist', 'course', 'lesson', 'quiz'],
]

/**
 * Brings the person from page to page, and the focus with them. Whoever goes last wins; a page waits
 * for its code.
 */
export function createRouter({ host, context, focus, isOpen }: RouterDeps) {
  const stack = createViewStack()
  /** How the page on top came: from deeper or from below, or it was simply there. */
  let motion: 'deeper' | 'back' | 'none' = 'none'
  let going: object | undefined
  /** Somebody has been here since the panel stands, or since the last person has gone. */
  let isSeen = false
  let preparing: Promise<void> | undefined
  /** For the form, from the host. */
  let given: TicketPrefill | undefined

  /** `replace` puts the page in the place of the one before, so that nothing leads back there. */
  async function go(way: Way | undefined, replace = false): Promise<void> {
    if (!way) return
    focus.leave(stack.top)
    const mine = (going = {})
    const { under } = way
    const target = withWords(way.target, stack.pages, given)
    const kept = stack.pages.find(
      (page) => page.view && isSamePage(page.target, target) && single.includes(target.view),
    )
    const page = kept ?? (await load(pageOf(target)))
    // The person went elsewhere meanwhile.
    if (going !== mine) return

    const { pages, top } = stack
    if (kept?.view) Object.assign(kept.view, views[target.view].properties(target as never))
    // Whoever asks for the search writes in its field; only the way back leads to a result.
    if (target.view === 'search') page.focused = null
    if (under) stack.begin(...under.map((below) => find(below) ?? pageOf(below)), page)
    else if (kept) stack.begin(...pages.slice(0, pages.indexOf(kept) + 1))
    else stack.push(page, replace)
    motion = top === page || !top ? 'none' : kept || under ? 'back' : 'deeper'
    await arrive()
  }

  async function load(page: Page): Promise<Page> {
    const { tag, load, properties, slots = [] } = views[page.target.view]
    try {
      const View = await load()
      defineElement(tag, View)
      const view = new View() as View
      page.view = Object.assign(view, { panel: context.current }, properties(page.target as never))
      view.append(...slots.map((name) => forward(name, context.logo)))
      page.failed = false
    } catch (error) {
      // The build that the server has by now knows what has become of ours.
      page.failed = await import(
        /* @vite-ignore */ `${context.current?.baseUrl}/assets/latest/reload.js`
      ).then(
        ({ askReload }: ReloadModule) => askReload(error, context.current as PanelContext),
        () => true,
      )
    }
    return page
  }

  async function arrive(): Promise<void> {
    host.requestUpdate()
    await host.updateComplete
    await stack.top?.view?.updateComplete
    arrived()
  }

  /** First the focus, then what the page asks the server for, then what later pages are made of. */
  function arrived(): void {
    if (!isOpen()) return
    isSeen = true
    focus.place(stack.top)
    whenPainted(async () => {
      await stack.top?.view?.refresh?.()
      prefetchViews(context.plan.hidden)
    })
  }

  const find = (target: PanelTarget) => stack.pages.find((page) => isSamePage(page.target, target))
  const start = () => go(startWay(context.plan))

  return {
    get pages(): readonly Page[] {
      return stack.pages
    },
    get top(): Page | undefined {
      return stack.top
    },
    get motion() {
      return motion
    },

    /** To where the panel begins. */
    start,

    /** Draws where the panel begins, so that to open it is to show it. Asks the server nothing. */
    prepare(target?: PanelTarget): Promise<void> | undefined {
      // What was drawn for somebody who did not come is not to be seen on their way elsewhere.
      if (target && !isSeen) stack.begin()
      if (target) return (going = undefined)
      const way = startWay(context.plan)
      // What is not at hand costs bytes, and may ask who is here: it waits for the person.
      if (!context.current || stack.top || way.target.view !== 'home') return undefined
      return (preparing ??= go(way))
    },

    /** From the host's page: to a target or, without one, to where the panel was left. */
    async enter(target?: PanelTarget): Promise<void> {
      const way = target && wayInto(target, context.plan)
      if (way) return go(way)
      const begin = startWay(context.plan)
      // What was drawn before the server has said where to begin may not be that.
      const { hidden } = context.plan
      const isThere =
        stack.top &&
        !hidden.includes(stack.top.target.view) &&
        (isSeen || isSamePage(begin.target, stack.top.target))
      return isThere ? arrived() : go(begin)
    },

    /** From one page of the panel to another. */
    goOn: (target: PanelTarget, replace?: boolean) => go(wayOn(target, context.plan), replace),

    async back(): Promise<void> {
      going = undefined
      stack.back()
      motion = 'back'
      if (stack.top && !stack.top.view) await load(stack.top)
      await arrive()
    },

    /** Once more for a page whose code did not come. */
    async retry(): Promise<void> {
      if (stack.top) await load(stack.top)
      await arrive()
    },

    /** Words for the form, be it there already or not. */
    prefill(prefill: TicketPrefill): void {
      given = prefill
      for (const { target, view } of stack.pages) {
        if (target.view === 'form' && view) Object.assign(view, { prefill })
      }
    },

    /** A view has said what the words of the head are; they may be what the focus waits for. */
    titled({ target, title, subtitle }: TitledEvent): void {
      const page = stack.pages.find(({ view }) => view === target)
      if (!page) return
      Object.assign(page, { title, subtitle })
      host.requestUpdate()
      if (page !== stack.top || !focus.waitsForHeading) return
      void host.updateComplete.then(() => focus.waitsForHeading && focus.place(stack.top))
    },

    /** Forgets every page. A page on its way does not arrive. */
    forget(): void {
      given = going = undefined
      isSeen = false
      preparing = undefined
      focus.forget()
      stack.begin()
      motion = 'none'
      host.requestUpdate()
    },
  }
}

/** Hands a slot of the panel on to a view; what we have stands there where the page has nothing. */
function forward(name: string, ours: Node | string = ''): HTMLSlotElement {
  const slot = document.createElement('slot')
  slot.append(ours)
  slot.slot = slot.name = name
  return slot
}
