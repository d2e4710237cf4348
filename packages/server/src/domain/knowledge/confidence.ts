import type { Evidence, FoundArticle } from './search-index.js'

/** How much of what a draft says must stand in the article. */
const SHARE = 0.22
/** Fewer words than these may meet by chance. */
const WORDS = 3
/** Half of so many must stand in the article; a letter has more, and no article has half of those. */
const MOST_ASKED = 14
/** An article that comes further behind the best is not what was meant. */
const BEHIND = 2

/** Those of a draft's hits that are likely enough to answer it to be offered unasked; often none. */
export function confident(hits: readonly FoundArticle[]): readonly FoundArticle[] {
  const [best] = hits
  if (!best || !isStrong(best.evidence)) return []
  return hits.filter(({ score }) => score * BEHIND >= best.score)
}

function isStrong({ asked, held, share }: Evidence): boolean {
  return share >= SHARE && held >= Math.min(WORDS, asked) && held * 2 >= Math.min(MOST_ASKED, asked)
}
