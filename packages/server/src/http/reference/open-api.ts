/** A schema as JSON Schema writes it, as far as ours go. */
export interface Schema {
  readonly $ref?: string
  readonly description?: string
  readonly type?: string
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly description?: string
  readonly schema: Schema
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>

export interface Answered {
  readonly $ref?: string
  readonly description?: string
  readonly content?: Content
}

/** One operation with where it stands. */
export interface Operation {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly tags: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, Answered>>
  /** Ours: whose token it takes. */
  readonly 'x-access'?: string
}

/** An OpenAPI document, as far as it is drawn. */
export interface OpenApi {
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

/** The operations of one tag, in the order of the document. */
export function operationsOf({ paths }: OpenApi, tag: string): Operation[] {
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        ...(operation as Omit<Operation, 'method' | 'path'>),
        ...{ method: method.toUpperCase(), path },
      })),
    )
    .filter(({ tags }) => tags.includes(tag))
}

export const jsonIn = (content: Content | undefined): Schema | undefined =>
  content?.['application/json']?.schema

/** The data of each event, where the answer is a stream of them. */
export const streamIn = (content: Content | undefined): Schema | undefined =>
  content?.['text/event-stream']?.schema

/** What is sent: an object, or a form with a file. */
export const bodyIn = (content: Content | undefined): Schema | undefined =>
  jsonIn(content) ?? content?.['multipart/form-data']?.schema

/** `#/components/schemas/Ticket` is `Ticket`. */
export const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1)

export function schemaNamed({ components }: OpenApi, name: string): Schema {
  return (components.schemas[name] ?? {}) as Schema
}
