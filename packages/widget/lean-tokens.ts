import type { Plugin } from 'vite'

/** Takes out of a bundle's styles the design tokens that nothing in it uses. */
export function leanTokens(environments: readonly string[]): Plugin {
  return {
    name: 'lean-tokens',
    applyToEnvironment: ({ name }) => environments.includes(name),
    renderChunk: (source) => ({ code: withoutUnusedTokens(source), map: null }),
  }
}

/** A token that only others used goes with them. */
export function withoutUnusedTokens(source: string): string {
  const used = new Set([...source.matchAll(USED)].map(([, name]) => name))
  const code = source
    .replace(DECLARED, (all, name) => (used.has(name) ? all : ''))
    .replaceAll(EMPTY, '')
  return code === source ? code : withoutUnusedTokens(code)
}

const EMPTY = /@media ?\([^{`]*\) ?\{:host ?\{\}\}/g
const USED = /(?:var\(|['"`])(--wp-[\w-]+)/g
/** The literals of styles stand in one line by then, as `compact-literals.ts` leaves them. */
const DECLARED = /(?<=[{;])(--wp-[\w-]+):[^;{}`]*(?:;|(?=[}`]))/g
