import type { ContentKind } from './targeting.js'

/**
 * The ids of a site's own content, for whoever starts something by name. Empty, and any text will do,
 * until `waypost types` has written them down:
 * `declare module '@waypost/sdk/contract' { interface WaypostContent { tour: 'first-invoice' } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the host's own declaration
export interface WaypostContent {}

/** An id of a content of one kind. */
export type IdOf<K extends ContentKind> = WaypostContent extends { readonly [P in K]: infer Id }
  ? Id & string
  : string

/** An id of a content of any kind. */
export type AnyContentId = { [K in ContentKind]: IdOf<K> }[ContentKind]
