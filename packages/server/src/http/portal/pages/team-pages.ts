import { type FindLearnerDeps, findTeamMember } from '../learning/find-learner.js'
import { droppingTeam, keepingTeam, teamTokenIn, teamTokenOf } from '../learning/learner-cookies.js'
import { teamView } from '../learning/team-view.js'
import type { PortalPage, Visit } from '../page.js'
import { fieldIn, readForm } from '../read-form.js'
import { redirect } from '../send-page.js'

/** The team signs in by the token that its API takes, and finds the courses that are for them alone. */
export function teamPages(deps: Pick<FindLearnerDeps, 'agents'>): PortalPage[] {
  return [
    {
      method: 'GET',
      path: '/team',
      budget: 'listAgents',
      async answer(visit) {
        const { request, site } = visit
        const member = await findTeamMember(deps, site.key, teamTokenIn(request))
        return member ? toLearn(visit, 'for-now') : teamView(visit)
      },
    },
    {
      method: 'POST',
      path: '/team',
      budget: 'createSession',
      async answer(visit) {
        const form = await readForm(visit.request)
        if (form.get('act') === 'out') return toLearn(visit, 'after-post', droppingTeam(visit))
        const token = teamTokenOf(fieldIn(form, 'token'))
        const member = await findTeamMember(deps, visit.site.key, token)
        if (!member || token === undefined) {
          return { ...teamView(visit, visit.words.t('team.why')), status: 422 }
        }
        return toLearn(visit, 'after-post', keepingTeam(visit, token))
      },
    },
  ]
}

function toLearn(
  { paths, locale }: Visit,
  kind: 'for-now' | 'after-post',
  cookie?: string,
): Response {
  return redirect(
    paths.learn(locale.tag),
    kind,
    cookie === undefined ? {} : { 'Set-Cookie': cookie },
  )
}
