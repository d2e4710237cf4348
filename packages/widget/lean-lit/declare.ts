/** What a class says of one of its properties. */
export interface Declaration {
  /** Its name, where that is another than the property's, or false for none. */
  attribute?: string | boolean
  /** For the element itself: no attribute. */
  state?: boolean
  type?: unknown
  reflect?: boolean
  hasChanged?(value: unknown, before: unknown): boolean
}

interface ElementClass {
  properties?: Record<string, Declaration>
  prototype: object
}

interface Holder {
  values: Record<string, unknown>
  requestUpdate(name: string, before: unknown): void
}

const known = new Map<object, Map<string, Declaration>>()

/** By name, those of what the class extends included; each asks for an update where it is set. */
export function declarationsOf(element: ElementClass): Map<string, Declaration> {
  const before = known.get(element)
  if (before) return before
  const above = Object.getPrototypeOf(element)
  const declarations = new Map(above === HTMLElement ? [] : declarationsOf(above))
  known.set(element, declarations)
  if (!Object.hasOwn(element, 'properties')) return declarations
  for (const [name, declaration] of Object.entries(element.properties ?? {})) {
    declarations.set(name, declaration)
    Object.defineProperty(element.prototype, name, {
      configurable: true,
      get(this: Holder) {
        return this.values[name]
      },
      set(this: Holder, value: unknown) {
        const before = this.values[name]
        this.values[name] = value
        this.requestUpdate(name, before)
      },
    })
  }
  return declarations
}

export function attributeOf(name: string, { attribute, state }: Declaration): string | undefined {
  if (attribute === false || state) return undefined
  return typeof attribute === 'string' ? attribute : name.toLowerCase()
}
