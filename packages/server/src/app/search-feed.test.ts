import { afterEach, describe, expect, it } from 'vitest'
import { supportWorld } from '../testing/support-world.js'

let close: (() => Promise<void>) | undefined
afterEach(() => close?.())

const articles = Array.from({ length: 120 }, (_, i) => ({
  id: `anchor-${i}`,
  locale: 'en',
  title: `Anchor number${i}`,
  body: 'Drop it gently.',
}))

describe('the search feed', () => {
  it('lets others have their turn while it reads a large import', async () => {
    const { world, ...server } = await supportWorld()
    close = server.close
    let turns = 0
    let isReading = true
    const count = () => {
      turns++
      if (isReading) setImmediate(count)
    }
    await world.importArticles(world.sites.main.key, articles)
    setImmediate(count)
    await world.searchCaughtUp()
    isReading = false
    expect(turns).toBeGreaterThanOrEqual(articles.length / 10)
    const { items } = await server.client().search('number119')
    expect(items.map(({ articleId }) => articleId)).toEqual(['anchor-119'])
  })
})
