// biome-ignore-all lint/complexity/noThisInStatic: each class asks for its own
import type { PropertyDeclaration, ReactiveController } from 'lit'
import { html, nothing, render, svg } from 'lit/html.js'
import { adoptStyles, css } from './lean-styles.js'

/*
 * Stands in for Lit in the bundles, and in the tests of the widget (decision 0031). Templates are Lit's.
 * The element does what ours ask of `LitElement`: no decorators, accessors of one's own, converters,
 * or updates that are put off.
 */
export { adoptStyles, css, html, nothing, svg }

type Plan = ReadonlyMap<string, PropertyDeclaration>
type Changed = Map<string, unknown>

const plans = new Map<typeof LitElement, Plan>()

/** Its properties, those of what it extends first; makes accessors of them the first time. */
function planOf(element: typeof LitElement): Plan {
  const known = plans.get(element)
  if (known) return known
  const { properties } = element
  for (const name of Object.keys(properties)) element.makeAccessor(name)
  const before = element === LitElement ? [] : planOf(Object.getPrototypeOf(element))
  const plan = new Map([...before, ...Object.entries(properties)])
  plans.set(element, plan)
  return plan
}

const attributeOf = (name: string, { attribute, state }: PropertyDeclaration) =>
  state ? false : (attribute ?? name.toLowerCase())

export class LitElement extends HTMLElement {
  static properties: Record<string, PropertyDeclaration> = {}
  static styles: unknown = []

  static get observedAttributes() {
    return [...planOf(this)].map(([name, option]) => attributeOf(name, option)).filter(Boolean)
  }

  /** What comes twice stands where it comes last. */
  static get elementStyles() {
    return [...new Set([this.styles].flat(9).reverse())].reverse() as CSSStyleSheet[]
  }

  static makeAccessor(name: string): void {
    Object.defineProperty(this.prototype, name, {
      get(this: LitElement) {
        return this.#values[name]
      },
      set(this: LitElement, value) {
        const old = this.#values[name]
        this.#values[name] = value
        const { hasChanged, reflect } = this.#plan.get(name) as PropertyDeclaration
        if (!(hasChanged ? hasChanged(value, old) : !Object.is(value, old))) return
        if (!this.#changed.has(name)) this.#changed.set(name, this.hasUpdated ? old : undefined)
        if (reflect && this.#read !== name) this.#toReflect.add(name)
        this.requestUpdate()
      },
    })
  }

  isUpdatePending = false
  hasUpdated = false
  renderRoot: ShadowRoot | undefined
  updateComplete: Promise<unknown>

  readonly #plan = planOf(this.constructor as typeof LitElement)
  readonly #values: Record<string, unknown> = {}
  readonly #controllers = new Set<ReactiveController>()
  readonly #toReflect = new Set<string>()
  /** What somebody has set before the element got its class: it holds, whatever the constructor says. */
  readonly #early: [name: string, value: unknown][] = []
  #changed: Changed = new Map()
  /** The property whose attribute has just changed. */
  #read: string | undefined
  #before: ChildNode | null = null
  #start = () => {}

  constructor() {
    super()
    this.updateComplete = new Promise<void>((resolve) => {
      this.#start = resolve
    })
    for (const name of this.#plan.keys()) {
      if (!Object.hasOwn(this, name)) continue
      this.#early.push([name, this.#own[name]])
      delete this.#own[name]
    }
    this.requestUpdate()
  }

  get #own() {
    return this as unknown as Record<string, unknown>
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller)
    if (this.renderRoot && this.isConnected) controller.hostConnected?.()
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller)
  }

  createRenderRoot(): ShadowRoot {
    // oxlint-disable-next-line wc/attach-shadow-constructor -- subclasses say what goes into it, as with Lit
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    adoptStyles(root, (this.constructor as typeof LitElement).elementStyles)
    this.#before = root.firstChild
    return root
  }

  connectedCallback(): void {
    this.renderRoot ??= this.createRenderRoot()
    this.#start()
    this.#tell('hostConnected')
  }

  disconnectedCallback(): void {
    this.#tell('hostDisconnected')
  }

  attributeChangedCallback(attribute: string, _: string | null, value: string | null): void {
    for (const [name, option] of this.#plan) {
      if (attributeOf(name, option) !== attribute || this.#read === name) continue
      const { type } = option
      this.#read = name
      this.#own[name] =
        type === Boolean ? value !== null : type === Number && value ? +value : value
      this.#read = undefined
    }
  }

  requestUpdate(): void {
    if (!this.isUpdatePending) this.updateComplete = this.#update(this.updateComplete)
  }

  willUpdate(_changed: Changed): void {}
  firstUpdated(_changed: Changed): void {}
  updated(_changed: Changed): void {}
  render(): unknown {
    return nothing
  }

  #tell(what: keyof ReactiveController): void {
    for (const controller of this.#controllers) controller[what]?.()
  }

  async #update(before: Promise<unknown>): Promise<boolean> {
    this.isUpdatePending = true
    try {
      await before
    } catch (error) {
      // Of the update before this one: said, and over.
      Promise.reject(error)
    }
    if (!this.hasUpdated) {
      this.renderRoot ??= this.createRenderRoot()
      for (const [name, value] of this.#early) this.#own[name] = value
    }
    const changed = this.#changed
    let drawn: unknown
    try {
      this.willUpdate(changed)
      this.#tell('hostUpdate')
      drawn = this.render()
      for (const name of this.#toReflect) this.#reflect(name)
    } finally {
      // What changes from here on is for the next update.
      this.#changed = new Map()
      this.#toReflect.clear()
      this.isUpdatePending = false
    }
    render(drawn, this.renderRoot as ShadowRoot, { host: this, renderBefore: this.#before })
    this.#tell('hostUpdated')
    if (!this.hasUpdated) {
      this.hasUpdated = true
      this.firstUpdated(changed)
    }
    this.updated(changed)
    return !this.isUpdatePending
  }

  #reflect(name: string): void {
    const attribute = attributeOf(name, this.#plan.get(name) as PropertyDeclaration) as string
    const value = this.#own[name]
    this.#read = name
    if (value === false || value == null) this.removeAttribute(attribute)
    else this.setAttribute(attribute, value === true ? '' : `${value}`)
    this.#read = undefined
  }
}
