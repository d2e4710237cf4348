/** Reads the pages of `html-pages.mjs` and of the map of the site, as a browser without scripts. */
import { createAgentClient } from '../../packages/sdk/dist/client/index.js'
import * as listed from './html-pages.mjs'

/** Each page in turn: what it is called, its HTML, and what is wrong about its answer. */
export async function* readHtml({ url, world }) {
  let cookie = ''
  const { token } = await world.agents.add({
    email: 'kim@tidemark.test',
    name: 'Kim',
    role: 'agent',
  })
  const agent = createAgentClient({ baseUrl: url, token })

  yield* visit(await mapped(), ...listed.pages)
  const asked = await ask({ path: '/help/en/contact', form: listed.question })
  const request = new URL(asked.headers.get('location') ?? '', url).pathname
  yield* visit(...listed.askedPages(request))
  const [{ id }] = (await agent.tickets.list()).items
  await agent.tickets.reply(id, { message: listed.answer })
  yield* visit(...listed.answeredPages(request))
  const { version } = await agent.tickets.get(id)
  await agent.tickets.update(id, { status: 'closed' }, version)
  yield* visit(...listed.closedPages(request))

  async function* visit(...pages) {
    for (const page of pages.flat()) {
      const { form, path, status = 200 } = page
      const answer = await ask(page)
      const name = form ? `POST ${path}` : path
      const fault = answer.status === status ? undefined : `answers ${answer.status}, not ${status}`
      const html = await answer.text()
      // A redirect is on the way to a page, and none itself.
      if (html !== '' || fault) yield { name, html, fault }
    }
  }

  async function ask({ path, form }) {
    const answer = await fetch(url + path, {
      redirect: 'manual',
      headers: { Cookie: cookie, ...(form && { 'Sec-Fetch-Site': 'same-origin' }) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer
  }

  /** Every page that search engines are told of. */
  async function mapped() {
    const map = await (await fetch(`${url}/help/sitemap.xml`)).text()
    const places = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place]) => place)
    if (places.length === 0) throw new Error('The map of the site is empty.')
    return places.map((place) => ({ path: new URL(place).pathname }))
  }
}
