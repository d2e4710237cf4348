import type { Token } from 'markdown-it'

export type { Token }

/** A token with what stands between its opening and its closing. */
export interface TokenNode {
  readonly token: Token
  readonly children: TokenNode[]
}

/** Pairs opening and closing tokens. Without recursion, so that no depth of input can overflow. */
export function nestTokens(tokens: readonly Token[]): TokenNode[] {
  const top: TokenNode[] = []
  const open: TokenNode[][] = [top]
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop()
      continue
    }
    const node: TokenNode = { token, children: [] }
    open.at(-1)?.push(node)
    if (token.nesting > 0) open.push(node.children)
  }
  return top
}

/** An attribute as text; empty where it is absent. */
export function attribute(token: Token, name: string): string {
  return String(token.attrGet(name) ?? '')
}
