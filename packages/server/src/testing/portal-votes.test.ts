import { describe, expect, it } from 'vitest'
import { hidden, portalVisitor } from './portal-visitor.test.kit.js'
import { supportWorld } from './support-world.js'

const articles = [{ id: 'late-fees', locale: 'en', title: 'Late fees', body: 'Words' }]
const ARTICLE = '/help/en/articles/late-fees'
const VOTE = `${ARTICLE}/vote`

async function reader() {
  const world = await supportWorld({ articles })
  return { world, ...portalVisitor(world) }
}

describe('a vote at the portal', () => {
  it('is counted and thanked for', async () => {
    const { sends, reads } = await reader()
    const { status, to } = await sends(VOTE, { helpful: 'yes' })
    expect([status, to]).toEqual([303, `${ARTICLE}?voted=yes#_vote`])
    expect((await reads(to)).page).toContain('Good to know that it helped.')
  })

  it('may say why not, which changes the same vote', async () => {
    const { world, sends, reads } = await reader()
    const no = await sends(VOTE, { helpful: 'no' })
    expect(no.to).toMatch(/\?voted=no&vote=vot_\w{26}#_vote$/)
    const voteId = hidden((await reads(no.to)).page, 'voteId')
    const reasons = { reason: 'outdated', comment: 'Since\r\nJanuary' }
    const why = await sends(VOTE, { helpful: 'no', voteId, ...reasons })
    expect(why.to).toBe(`${ARTICLE}?voted=why#_vote`)
    const vote = await world.world.storage.transaction((tx) => tx.votes.find(voteId))
    expect(vote).toMatchObject({ helpful: false, reason: 'outdated', comment: 'Since\nJanuary' })
    const silent = await sends(VOTE, { helpful: 'no', voteId, reason: '', comment: '  ' })
    expect(silent.status).toBe(303)
  })

  it.each([
    [{}, 422],
    [{ helpful: 'perhaps' }, 422],
    [{ helpful: 'constructor' }, 422],
    [{ helpful: 'no', reason: 'spam' }, 422],
    [{ helpful: 'no', voteId: 'vot_00000000000000000000000000' }, 422],
    [{ helpful: 'no', comment: 'x'.repeat(2_001) }, 422],
  ])('that says %j is refused with a page', async (words, status) => {
    const { sends } = await reader()
    const answer = await sends(VOTE, words as Record<string, string>)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('text/html')
  })

  it('comes from our own pages, about an article that there is', async () => {
    const { sends, reads } = await reader()
    expect((await sends(VOTE, { helpful: 'yes' }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(
      403,
    )
    expect((await sends('/help/en/articles/none/vote', { helpful: 'yes' })).status).toBe(404)
    expect((await reads(VOTE)).status).toBe(405)
  })
})
