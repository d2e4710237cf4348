import type { RateLimits } from '../../rate-limits.js'
import { type FindLearnerDeps, findTeamMember } from '../learning/find-learner.js'
import { droppingTeam, keepingTeam, teamTokenIn, teamTokenOf } from '../learning/learner-cookies.js'
import { teamView } from '../learning/team-view.js'
import type { PortalPage, Visit } from '../page.js'
import { fieldIn, readForm } from '../read-form.js'
import { redirect } from '../send-page.js'

export interface TeamPagesDeps extends Pick<FindLearnerDeps, 'agents'> {
  rateLimits: FindLearnerDeps['rateLimits'] & Pick<RateLimits, 'guess'>
}

/** The team signs in by the token that its API takes, and finds the courses that are for them alone. */
export function teamPages(deps: TeamPagesDeps): PortalPage[] {
  return [
    {
      method: 'GET',
      path: '/team',
      budget: 'listAgents',
      async answer(visit) {
        const member = await findTeamMember(deps, visit, teamTokenIn(visit.request))
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
        const member = await deps.rateLimits.guess(visit.address, () =>
          findTeamMember(deps, visit, token),
        )
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
