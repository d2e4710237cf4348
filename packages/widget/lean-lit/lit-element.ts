import { attributeOf, type Declaration, declarationsOf } from './declare.js'
import { fill } from './fill.js'
import { adoptStyles } from './styles.js'

interface Controller {
  hostConnected?(): void
  hostDisconnected?(): void
  hostUpdate?(): void
  hostUpdated?(): void
}

type Changed = Map<string, unknown>

/**
 * Stands in for Lit's: the same life, with as much of it as ours use. An attribute is a text, a yes
 * or a number; nothing puts an update off.
 */
export class LitElement extends HTMLElement {
  static styles: unknown = []
  static properties: Record<string, Declaration> = {}
  static elementStyles: CSSStyleSheet[]

  renderRoot: ShadowRoot | undefined
  hasUpdated = false
  updateComplete: Promise<unknown>
  readonly values: Record<string, unknown> = {}

  #isPending = false
  #connect = () => {}
  #draw: (value: unknown) => void = () => {}
  #changed: Changed = new Map()
  #controllers: Controller[] = []
  /** What goes from attribute to property, or back, is not sent back. */
  #crossing: string | undefined
  #reflected = new Set<string>()
  /** What was set before the element was one of ours. */
  readonly #early: Record<string, unknown> = {}

  static get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: each class has attributes and styles of its own.
    return prepare(this)
  }

  constructor() {
    super()
    const own = this as unknown as Record<string, unknown>
    for (const name of this.#declarations.keys()) {
      if (!Object.hasOwn(own, name)) continue
      this.#early[name] = own[name]
      delete own[name]
    }
    this.updateComplete = new Promise<void>((connect) => {
      this.#connect = connect
    })
    this.requestUpdate()
  }

  get #declarations() {
    return declarationsOf(this.constructor as typeof LitElement)
  }

  addController(controller: Controller): void {
    this.#controllers.push(controller)
    if (this.renderRoot && this.isConnected) controller.hostConnected?.()
  }

  createRenderRoot(): ShadowRoot {
    // oxlint-disable-next-line wc/attach-shadow-constructor -- as late as Lit's
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    adoptStyles(root, (this.constructor as typeof LitElement).elementStyles)
    // What stands there already, stays below.
    const { firstChild } = root
    this.#draw = fill(root.insertBefore(new Comment(), firstChild), firstChild, this)
    return root
  }

  connectedCallback(): void {
    this.renderRoot ??= this.createRenderRoot()
    this.#connect()
    for (const controller of this.#controllers) controller.hostConnected?.()
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.()
  }

  attributeChangedCallback(attribute: string, _: string | null, text: string | null): void {
    for (const [name, declaration] of this.#declarations) {
      if (attributeOf(name, declaration) !== attribute || this.#crossing === name) continue
      const { type } = declaration
      this.#crossing = name
      const value = type === Boolean ? text !== null : type === Number && text ? +text : text
      Object.assign(this, { [name]: value })
      this.#crossing = undefined
    }
  }

  /** Without a name for what is no property. */
  requestUpdate(name?: string, before?: unknown): void {
    const declaration = this.#declarations.get(name as string)
    if (name && declaration) {
      const { hasChanged, reflect } = declaration
      const value = this.values[name]
      if (!(hasChanged ? hasChanged(value, before) : !Object.is(value, before))) return
      if (!this.#changed.has(name)) this.#changed.set(name, this.hasUpdated ? before : undefined)
      if (reflect && this.#crossing !== name) this.#reflected.add(name)
    }
    if (!this.#isPending) this.updateComplete = this.#update()
  }

  async #update(): Promise<void> {
    this.#isPending = true
    try {
      await this.updateComplete
    } catch {
      // Whoever awaited the update before has been told.
    }
    if (!this.hasUpdated) Object.assign(this, this.#early)
    const changed = this.#changed
    let result: unknown
    try {
      this.willUpdate(changed)
      for (const controller of this.#controllers) controller.hostUpdate?.()
      result = this.render()
      for (const name of this.#reflected) this.#reflect(name)
    } finally {
      this.#reflected.clear()
      this.#changed = new Map()
      this.#isPending = false
    }
    this.#draw(result)
    for (const controller of this.#controllers) controller.hostUpdated?.()
    const isFirst = !this.hasUpdated
    this.hasUpdated = true
    if (isFirst) this.firstUpdated(changed)
    this.updated(changed)
  }

  #reflect(name: string): void {
    const declaration = this.#declarations.get(name) as Declaration
    const attribute = attributeOf(name, declaration) as string
    const value = this.values[name]
    this.#crossing = name
    if (value == null || value === false) this.removeAttribute(attribute)
    else this.setAttribute(attribute, value === true ? '' : `${value}`)
    this.#crossing = undefined
  }

  willUpdate(_changed: Changed): void {}
  firstUpdated(_changed: Changed): void {}
  updated(_changed: Changed): void {}
  render(): unknown {
    return undefined
  }
}

/** Called once for each class, when it gets its name. */
function prepare(element: typeof LitElement): string[] {
  const styles = [element.styles as CSSStyleSheet[]].flat(9)
  // Of one that is there twice, the last counts.
  element.elementStyles = [...new Set(styles.reverse())].reverse()
  return [...declarationsOf(element)].flatMap(([name, it]) => attributeOf(name, it) ?? [])
}
