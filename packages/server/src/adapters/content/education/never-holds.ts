import type { Rule } from '@waypost/sdk/contract'

/** Why nobody can ever meet a rule; `undefined` where somebody may. Not every such rule is found. */
export function neverHolds(rule: Rule): string | undefined {
  if ('any' in rule) {
    const reasons = rule.any.map(neverHolds)
    return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined
  }
  const asked = together(rule)
  for (const [at, one] of asked.entries()) {
    const reason = againstItself(one)
    if (reason !== undefined) return reason
    const other = asked.slice(0, at).find((before) => exclude(before, one))
    if (other) return `${JSON.stringify(other)} and ${JSON.stringify(one)} exclude each other`
  }
  return undefined
}

/** All that must hold at once. */
function together(rule: Rule): readonly Rule[] {
  return 'all' in rule ? rule.all.flatMap(together) : [rule]
}

function againstItself(rule: Rule): string | undefined {
  if ('any' in rule) return neverHolds(rule)
  if ('event' in rule && (rule.atLeast ?? 1) > (rule.atMost ?? Number.POSITIVE_INFINITY)) {
    // Said without `atLeast`, `atMost` means none or more.
    return rule.atLeast === undefined ? undefined : 'atLeast is more than atMost'
  }
  if ('from' in rule || 'until' in rule) {
    return (rule.from ?? '') > (rule.until ?? '9') ? 'from is after until' : undefined
  }
  if ('attribute' in rule && rule.above !== undefined && rule.below !== undefined) {
    return rule.above >= rule.below ? 'above is not less than below' : undefined
  }
  return undefined
}

function exclude(a: Rule, b: Rule): boolean {
  if ('not' in a) return JSON.stringify(a.not) === JSON.stringify(b)
  if ('not' in b) return JSON.stringify(b.not) === JSON.stringify(a)
  if ('signedIn' in a && 'signedIn' in b) return a.signedIn !== b.signedIn
  if ('signedIn' in a && ('segment' in b || 'attribute' in b)) return !a.signedIn
  if ('signedIn' in b && ('segment' in a || 'attribute' in a)) return !b.signedIn
  if ('device' in a && 'device' in b) return areApart(a.device, b.device)
  if ('site' in a && 'site' in b) return areApart(a.site, b.site)
  if ('content' in a && 'content' in b) return a.content === b.content && areApart(a.is, b.is)
  if ('attribute' in a && 'attribute' in b && a.is !== undefined && b.is !== undefined) {
    return a.attribute === b.attribute && areApart(a.is, b.is)
  }
  return 'until' in a && 'from' in b && b.from !== undefined && a.until !== undefined
    ? a.until < b.from
    : 'until' in b && 'from' in a && a.from !== undefined && b.until !== undefined
      ? b.until < a.from
      : false
}

function areApart<T>(a: T | readonly T[], b: T | readonly T[]): boolean {
  const values = [b].flat() as readonly T[]
  return !([a].flat() as readonly T[]).some((value) => values.includes(value))
}
