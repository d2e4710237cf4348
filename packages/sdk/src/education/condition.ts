import type { Rule } from '../contract/targeting.js'

/** A rule that is no tree of others. */
export type Condition = Exclude<Rule, { all: unknown } | { any: unknown } | { not: unknown }>

export type With<K extends string> = Extract<Condition, { [P in K]?: unknown }>

type WordOf<R> = R extends unknown ? keyof R : never
type Said<R, K extends PropertyKey> = R extends { [P in K]?: unknown } ? R[K] : never

/** A rule of whatever kind; the words of other kinds are not there. To read one costs less than `in`. */
export type Words = { readonly [K in WordOf<Rule>]?: Said<Rule, K> }

export const isOneOf = <T>(wanted: T | readonly T[], one: T): boolean =>
  Array.isArray(wanted) ? wanted.includes(one) : wanted === one
