/** Where it stands in a template, nothing stands; an attribute is not there. */
export const nothing = Symbol.for('lit-nothing')

export const isPlain = (value: unknown): boolean =>
  value === null || (typeof value !== 'object' && typeof value !== 'function')
