/** What speaks for an article, or a lesson, beside its rank. Words that were only guessed at do not. */
export interface Evidence {
  /** How many words of the query say something, those that no article has too. */
  readonly asked: number
  /** How many of them the article holds. */
  readonly held: number
  /** How much of the query's information that is, 0 to 1. */
  readonly share: number
}

/** How much of what a draft says must stand in the article. */
const SHARE = 0.22
/** Fewer words than these may meet by chance. */
const WORDS = 3
/** Half of so many must stand in the article; a letter has more, and no article has half of those. */
const MOST_ASKED = 14
/** An article that comes further behind the best is not what was meant. */
const BEHIND = 2

/** Those of a draft's hits that are likely enough to answer it to be offered unasked; often none. */
export function confident<T extends { readonly evidence: Evidence; readonly score: number }>(
  hits: readonly T[],
): readonly T[] {
  const [best] = hits
  if (!best || !isStrong(best.evidence)) return []
  return hits.filter(({ score }) => score * BEHIND >= best.score)
}

function isStrong({ asked, held, share }: Evidence): boolean {
  return share >= SHARE && held >= Math.min(WORDS, asked) && held * 2 >= Math.min(MOST_ASKED, asked)
}
