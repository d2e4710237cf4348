import type { Keep } from '@waypost/sdk/contract'

/** Keeps the texts of one element apart from those of others, of the same person. */
export function scopedKeep(keep: Keep, scope: string): Keep {
  return {
    get: (key) => keep.get(`${scope}:${key}`),
    set: (key, value) => keep.set(`${scope}:${key}`, value),
  }
}

/** By its id, or by which of its kind it is: the same after a reload. */
export function scopeOf(element: HTMLElement): string {
  const { id, localName } = element
  const alike = (element.getRootNode() as ParentNode).querySelectorAll(`${localName}:not([id])`)
  return `${localName}.${id || [...alike].indexOf(element)}`
}
