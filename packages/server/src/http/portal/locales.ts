import { nearestLocale } from '../../domain/knowledge/nearest-locale.js'
import { directionOf } from '../../foundation/direction.js'
import { nameOfLocale } from '../../foundation/name-of-locale.js'

/** One locale of a site, as readers choose it. */
export interface PortalLocale {
  readonly tag: string
  /** Its name in itself, as a reader would look for it. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
}

/** What no reader asks for: says that nothing was near. */
const NONE = 'zxx'

export function describeLocale(tag: string): PortalLocale {
  const [first = '', ...rest] = nameOfLocale(tag)
  return {
    tag,
    name: first.toLocaleUpperCase(tag) + rest.join(''),
    direction: directionOf(tag),
  }
}

/** The first locale of ours that an `Accept-Language` asks for, best first (RFC 9110 §12.5.4). */
export function negotiateLocale(
  accepted: string | undefined,
  available: readonly string[],
  fallback: string,
): string {
  const wishes = (accepted ?? '')
    .slice(0, 1_000)
    .split(',')
    .map((wish) => /^\s*([a-z]{2,3}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q=([\d.]+))?\s*$/i.exec(wish))
    .filter((wish) => wish !== null)
    .map(([, tag = '', quality]) => ({ tag, quality: Number(quality ?? 1) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of wishes) {
    const near = nearOrNone(tag, available)
    if (near) return near
  }
  return fallback
}

/** The locale of ours that a reader of `tag` reads, if there is one. */
export function nearOrNone(tag: string, available: readonly string[]): string | undefined {
  const [canonical = tag] = Intl.getCanonicalLocales(tag)
  const near = nearestLocale(canonical, [...available, NONE], NONE)
  return near === NONE ? undefined : near
}
