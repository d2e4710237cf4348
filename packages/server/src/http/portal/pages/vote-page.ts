import {
  articleOperations,
  isWaypostError,
  type NewVoteInput,
  WaypostError,
} from '@waypost/sdk/contract'
import type { Articles } from '../../../domain/knowledge/articles.js'
import type { Vote } from '../../../domain/knowledge/vote.js'
import { parseInput } from '../../parse-input.js'
import { findArticle } from '../find-article.js'
import { createOwnVotes } from '../own-votes.js'
import type { PortalPage, Visit } from '../page.js'
import { fieldIn, readForm } from '../read-form.js'
import { redirect } from '../send-page.js'

export interface VotePageDeps {
  articles: Articles
  digest(text: string): string
}

/**
 * Whether an article helped: a yes is thanked for, a no is counted and then asked why. A browser has
 * one vote on an article, which its next answer changes, and the reason, too.
 */
export function votePage({ articles, digest }: VotePageDeps): PortalPage {
  const ownVotes = createOwnVotes(digest)

  return {
    method: 'POST',
    path: '/articles/:slug/vote',
    budget: 'voteOnArticle',
    async answer(visit) {
      const found = await findArticle(articles, visit, visit.params.slug ?? '')
      if (!found) throw new WaypostError('not_found')
      const input = voteIn(await readForm(visit.request))
      const { articleId } = found.article
      const { id } = await cast(visit, articleId, input)
      const kept = ownVotes.keep(visit, articleId, id)
      return answered(visit, found.article, stateAfter(input, id), kept)
    },
  }

  async function cast(visit: Visit, articleId: string, input: NewVoteInput): Promise<Vote> {
    const { actor, locale, request } = visit
    const vote = (voteId: string | undefined) =>
      articles.vote(actor, articleId, locale.tag, { ...input, voteId }, null)
    const own = input.voteId ?? ownVotes.find(request, articleId)
    try {
      return await vote(own)
    } catch (error) {
      // The browser may remember longer than we do; what a form names must be there.
      if (own === input.voteId || !isWaypostError(error, 'invalid_input')) throw error
      return vote(undefined)
    }
  }
}

/** What the address says of the answer; without a vote named in the form a no has not said why yet. */
function stateAfter(
  { helpful, voteId }: NewVoteInput,
  id: string,
): Readonly<Record<string, string>> {
  if (helpful) return { voted: 'yes' }
  return voteId === undefined ? { voted: 'no', vote: id } : { voted: 'why' }
}

/** What stays empty was not said. */
function voteIn(form: URLSearchParams) {
  const said = (name: string) => {
    const text = fieldIn(form, name)
    return text.trim() === '' ? {} : { [name]: text }
  }
  const helpful = { yes: true, no: false }[form.get('helpful') ?? '']
  return parseInput(articleOperations.voteOnArticle.body, {
    ...{ helpful, ...said('reason'), ...said('comment'), ...said('voteId') },
  })
}

function answered(
  { paths }: Visit,
  { locale, slug }: { locale: string; slug: string },
  state: Readonly<Record<string, string>>,
  kept: string,
): Response {
  const path = paths.article(locale, slug)
  return redirect(`${path}?${new URLSearchParams(state)}#_vote`, 'after-post', {
    'Set-Cookie': kept,
  })
}
