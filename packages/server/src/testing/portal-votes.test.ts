import { describe, expect, it } from 'vitest'
import { hidden, portalVisitor } from './portal-visitor.test.kit.js'
import { supportWorld } from './support-world.js'

const articles = [
  { id: 'late-fees', locale: 'en', title: 'Late fees', body: 'Words' },
  { id: 'late-fees', locale: 'sv', title: 'Sena avgifter', body: 'Ord' },
  { id: 'payouts', locale: 'en', title: 'Payouts', body: 'Words' },
]
const ARTICLE = '/help/en/articles/late-fees'
const VOTE = `${ARTICLE}/vote`

async function reader() {
  const world = await supportWorld({ articles })
  const votes = async (articleId = 'late-fees') => {
    const { sites, storage } = world.world
    const key = `${sites.main.key}|${articleId}`
    return storage.transaction(
      async (tx) => (await tx.votes.list('article', key, { limit: 9 })).items,
    )
  }
  return { world, votes, ...portalVisitor(world) }
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

  it('is one for each article and browser: another answer changes it', async () => {
    const { world, votes, sends } = await reader()
    await sends(VOTE, { helpful: 'yes' })
    await sends(VOTE, { helpful: 'yes' })
    const [yes] = await votes()
    const no = await sends(VOTE, { helpful: 'no' })
    expect(no.to).toContain(`vote=${yes?.id}`)
    expect(await votes()).toMatchObject([{ id: yes?.id, helpful: false }])
    await sends('/help/sv/articles/late-fees/vote', { helpful: 'yes' })
    expect(await votes()).toMatchObject([{ id: yes?.id, helpful: true }])

    await sends('/help/en/articles/payouts/vote', { helpful: 'yes' })
    expect(await votes('payouts')).toHaveLength(1)
    world.passes(1_000)
    await portalVisitor(world).sends(VOTE, { helpful: 'no' })
    expect(await votes()).toMatchObject([{ helpful: true }, { helpful: false }])
    await sends(VOTE, { helpful: 'no' })
    expect((await votes()).map(({ helpful }) => helpful)).toEqual([false, false])
  })

  it('is remembered by the browser that gave it, in a cookie that scripts cannot read', async () => {
    const { reads, sends } = await reader()
    expect((await reads(ARTICLE)).headers.get('set-cookie')).toBeNull()
    const { headers } = await sends(VOTE, { helpful: 'yes' })
    expect(headers.get('set-cookie')).toMatch(
      /^waypost_votes=[\w-]{11}\.vot_\w{26}; Path=\/help; Max-Age=15552000; HttpOnly; SameSite=Lax$/,
    )
    expect((await reads(ARTICLE)).headers.get('cache-control')).toBe('public, no-cache')
  })

  it('is counted anew where the browser remembers what is not there', async () => {
    const { votes, sends, cookie } = await reader()
    await sends(VOTE, { helpful: 'yes' })
    const gone = cookie().replace(/vot_\w+/, 'vot_00000000000000000000000000')
    for (const kept of [gone, 'waypost_votes=~%~x', `waypost_votes=${'x'.repeat(9_000)}`]) {
      expect((await sends(VOTE, { helpful: 'yes' }, { Cookie: kept })).status).toBe(303)
    }
    expect(await votes()).toHaveLength(4)
  })

  it('fits into a cookie, however many articles somebody votes on', async () => {
    const many = Array.from({ length: 70 }, (_, n) => ({ ...articles[0], id: `a${n}` }))
    const world = await supportWorld({ articles: many as typeof articles })
    const { sends, cookie } = portalVisitor(world)
    for (const { id } of many) {
      const { status } = await sends(`/help/en/articles/${id}/vote`, { helpful: 'yes' })
      expect(status).toBe(303)
    }
    expect(cookie().split('~')).toHaveLength(60)
    expect(cookie().length).toBeLessThan(4_096)
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
