import { type KeptList, keeping, keptIn } from './kept-list.js'
import type { Visit } from './page.js'

/** A few letters that stand for the article, and the vote on it. */
const VOTE = /^([\w-]{11})\.(vot_[0-9a-z]{26})$/

const VOTES: KeptList = { name: 'waypost_votes', most: 60, days: 180, entry: VOTE }

/** The votes of one browser, which keeps them itself: nobody else knows whose they are. */
export function createOwnVotes(digest: (text: string) => string) {
  const markOf = (articleId: string) => digest(articleId).slice(0, 11)
  const parts = (entry: string) => VOTE.exec(entry)?.slice(1) ?? []

  return {
    /** The vote on an article that this browser has given. */
    find(request: Request, articleId: string): string | undefined {
      const mark = markOf(articleId)
      const own = keptIn(request, VOTES).find((entry) => parts(entry)[0] === mark)
      return own && parts(own)[1]
    },

    /** The `Set-Cookie` by which the browser keeps the vote. */
    keep(visit: Visit, articleId: string, voteId: string): string {
      const mark = markOf(articleId)
      const others = keptIn(visit.request, VOTES).filter((entry) => parts(entry)[0] !== mark)
      return keeping(visit, VOTES, [`${mark}.${voteId}`, ...others])
    },
  }
}
