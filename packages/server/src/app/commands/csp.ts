import { BY_NONCE, hostPolicy, policyText } from '@waypost/sdk/contract'
import { isAllowedOrigin } from '../../http/cors.js'
import { CliError } from '../cli-error.js'
import type { Config } from '../config-schema.js'
import { fetchHostPage } from '../fetch-host-page.js'
import { judgePolicy } from '../judge-policy.js'
import { mediaOrigins } from '../media-origins.js'
import { publicUrlOf } from '../public-url.js'
import type { Command } from './command.js'

export const csp: Command = {
  usage: 'csp [<page-origin>] [--pictures <origins>] [--check <url>]',
  summary: 'print what the Content-Security-Policy of a page with the widget must allow',
  options: { check: { type: 'string' }, pictures: { type: 'string' } },
  async run({ words, flags, config: readConfig, out }) {
    const page = words[0] === undefined ? undefined : originOf(words[0])
    const more = String(flags.pictures ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(originOf)
    const config = await readConfig()
    const server = publicUrlOf(config)
    const { pictures: known, films } = await mediaOrigins(config)
    const pictures = [...new Set([...known, ...more])]
    if (typeof flags.check === 'string') {
      const { text, isFit } = await checkPage(flags.check, { server, pictures, films, config })
      out.write(text)
      return isFit ? 0 : 1
    }
    const wrong = page === undefined ? [] : obstacles(page, server, config)
    out.write(headers({ server, page, pictures, films }))
    out.write(wrong.map((line) => `\n${line}\n`).join(''))
    return wrong.length > 0 ? 1 : 0
  },
}

interface Place {
  server: string
  page?: string | undefined
  pictures: readonly string[]
  films: readonly string[] | undefined
}

function headers(place: Place): string {
  const { server, page, pictures, films } = place
  const policy = hostPolicy(place)
  const { 'img-src': images, ...bare } = policy
  return `
For ${page ?? 'a page'} with the widget of ${server}. Add it to what the page allows already.

A page that gives its scripts a nonce gives the script tag one, too:

  Content-Security-Policy: ${policyText({ ...policy, 'script-src': BY_NONCE })}

A page that names where its scripts come from:

  Content-Security-Policy: ${policyText(policy)}

A page with waypost.single.js on its own address, which fetches no other script:

  Content-Security-Policy: ${policyText({ ...policy, 'script-src': "'self'" })}

Elements in the page (<waypost-search> and the like) need the same; the tag of their module has the
nonce, too. Without any picture, img-src ${images} may be left out:

  Content-Security-Policy: ${policyText(bare)}

${films ? `${FILMS}\n\n` : ''}${NOT_NEEDED}
${PICTURES[pictures.length > 0 ? 'some' : 'none']}
`
}

const NOT_NEEDED = `Not needed: style-src, font-src, frame-src, worker-src, 'unsafe-inline', 'unsafe-eval', a header for
Cross-Origin-Embedder-Policy, or an exception to Trusted Types; a page that names its policies of
these by trusted-types names lit-html.`

const FILMS = 'Lessons have films: without media-src nobody can play them.'

const PICTURES = {
  some: 'Pictures that articles and logos take from elsewhere are in img-src; --pictures adds more.',
  none: 'Where articles or a logo take pictures from elsewhere, name it: --pictures https://cdn.example.com',
}

/** What a page that stands there keeps from the widget. */
async function checkPage(
  address: string,
  { server, pictures, films, config }: Omit<Place, 'page'> & { config: Config },
): Promise<{ text: string; isFit: boolean }> {
  const { origin, policies, reportOnly, tag } = await fetchHostPage(address)
  const needs = hostPolicy({ server, page: origin, pictures, films })
  const judge = (all: typeof policies) =>
    all.flatMap((policy) =>
      judgePolicy(policy, { server, page: origin, needs, pictures, films, tag }),
    )
  const lacks = judge(policies)
  const wrong = obstacles(origin, server, config)
  const lines = [
    `${address} with the widget of ${server}:`,
    tag ? undefined : 'There is no script tag of ours in what it sends; one is taken to come.',
    policies.length === 0 ? 'It sends no Content-Security-Policy.' : undefined,
    ...lacks.map(({ directive, has, lacks }) => `${directive} is ${has}\n  It lacks ${lacks}`),
    ...judge(reportOnly).map(
      ({ directive, lacks }) => `The policy that only reports will report ${directive}: ${lacks}`,
    ),
    ...wrong,
    lacks.length + wrong.length === 0 ? 'The widget works there.' : undefined,
  ]
  const text = `\n${lines.filter((line) => line !== undefined).join('\n\n')}\n\n`
  return { text, isFit: lacks.length + wrong.length === 0 }
}

function originOf(word: string): string {
  if (URL.canParse(word) && new URL(word).origin === word) return word
  const meant = URL.canParse(word) ? new URL(word).origin : 'null'
  const example = meant === 'null' ? 'https://app.example.com' : meant
  throw new CliError(`"${word}" is no origin. Write it as ${example}`)
}

/** Why the widget would not work on the page whatever its policy says. */
function obstacles(page: string, publicUrl: string, { sites }: Config): string[] {
  const server = new URL(publicUrl)
  const isOwn = server.origin === page
  const isLetIn = isOwn || sites.some((site) => isAllowedOrigin(site, page))
  const isMixed = page.startsWith('https:') && server.protocol === 'http:' && !isHere(server)
  return [
    ...(isLetIn ? [] : [`${page} stands in \`origins\` of no site: the page will get no answers.`]),
    ...(isMixed ? [`A page on https calls nothing on http: give ${publicUrl} TLS.`] : []),
  ]
}

const isHere = ({ hostname }: URL) => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
