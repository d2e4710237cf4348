import { articleOperations, WaypostError } from '@waypost/sdk/contract'
import type { Articles } from '../../../domain/knowledge/articles.js'
import { parseInput } from '../../parse-input.js'
import { findArticle } from '../find-article.js'
import type { PortalPage, Visit } from '../page.js'
import { fieldIn, readForm } from '../read-form.js'
import { redirect } from '../send-page.js'

/**
 * Whether an article helped: a yes is thanked for, a no is counted and then asked why. Nobody is
 * known here, so each answer is a vote of its own; the reason changes the vote that it belongs to.
 */
export function votePage({ articles }: { articles: Articles }): PortalPage {
  return {
    method: 'POST',
    path: '/articles/:slug/vote',
    budget: 'voteOnArticle',
    async answer(visit) {
      const { actor, locale } = visit
      const found = await findArticle(articles, visit, visit.params.slug ?? '')
      if (!found) throw new WaypostError('not_found')
      const input = voteIn(await readForm(visit.request))
      const { articleId } = found.article
      const vote = await articles.vote(actor, articleId, locale.tag, input, null)
      if (input.helpful) return answered(visit, found.article, { voted: 'yes' })
      const isAsked = input.voteId === undefined
      return answered(
        visit,
        found.article,
        isAsked ? { voted: 'no', vote: vote.id } : { voted: 'why' },
      )
    },
  }
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
): Response {
  const path = paths.article(locale, slug)
  return redirect(`${path}?${new URLSearchParams(state)}#_vote`, 'after-post')
}
