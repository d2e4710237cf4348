import type { Rule } from '../contract/targeting.js'

/** A rule that is no tree of others. */
export type Condition = Exclude<Rule, { all: unknown } | { any: unknown } | { not: unknown }>

export type With<K extends string> = Extract<Condition, { [P in K]?: unknown }>

/** What a fact says, where it is known. */
export const of = <T>(fact: T | undefined, answer: (fact: T) => boolean) =>
  fact === undefined ? undefined : answer(fact)

export const isOneOf = <T>(wanted: T | readonly T[], one: T): boolean =>
  Array.isArray(wanted) ? wanted.includes(one) : wanted === one
