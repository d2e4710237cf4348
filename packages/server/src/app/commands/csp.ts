import { createContentReader } from '../../adapters/content/content-folder.js'
import { createRichTextReader } from '../../adapters/markdown/create-rich-text-reader.js'
import { isAllowedOrigin } from '../../http/cors.js'
import { hostPolicy } from '../../http/host-policy.js'
import { CliError } from '../cli-error.js'
import type { Config } from '../config-schema.js'
import { publicUrlOf } from '../public-url.js'
import type { Command } from './command.js'

export const csp: Command = {
  usage: 'csp [<page-origin>]',
  summary: 'print what the Content-Security-Policy of a page with the widget must allow',
  async run({ words, config: readConfig, out }) {
    const page = words[0] === undefined ? undefined : originOf(words[0])
    const config = await readConfig()
    const publicUrl = publicUrlOf(config)
    const pictures = await picturesFromElsewhere(config)
    const { withNonce, bySource } = hostPolicy({ publicUrl, page, pictures })
    const wrong = page === undefined ? [] : obstacles(page, publicUrl, config)
    out.write(`
For ${page ?? 'a page'} with the widget of ${publicUrl}. Add it to what the page allows already.

A page that gives its scripts a nonce gives the script tag one, too:

  Content-Security-Policy: ${withNonce}

A page that names where its scripts come from:

  Content-Security-Policy: ${bySource}

${NOT_NEEDED}
${PICTURES[pictures.length > 0 ? 'some' : 'none']}
${wrong.map((line) => `\n${line}\n`).join('')}
`)
    return wrong.length > 0 ? 1 : 0
  },
}

const NOT_NEEDED = `Not needed: style-src, font-src, frame-src, worker-src, 'unsafe-inline', 'unsafe-eval', an exception
to Trusted Types, a header for Cross-Origin-Embedder-Policy. With waypost.single.js on the page's own
address, script-src need not name the server either.`

const PICTURES = {
  some: 'Pictures that articles of the content folder take from elsewhere are in img-src.',
  none: 'Where articles take pictures from elsewhere, name those places in img-src.',
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

async function picturesFromElsewhere({ content: folder }: Config): Promise<string[]> {
  if (folder === undefined) return []
  const read = createContentReader({ folder, richText: createRichTextReader() })
  const { articles } = await read()
  return [...new Set(articles.flatMap(({ body }) => [...pictureOrigins(body)]))]
}

/** Of pictures and of the stills of videos, however deep in the tree. */
function* pictureOrigins(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return
  const { type, src, poster } = node as Record<string, unknown>
  const address = type === 'image' ? src : type === 'video' ? poster : undefined
  if (typeof address === 'string' && /^https?:/.test(address)) yield new URL(address).origin
  for (const part of Object.values(node)) yield* pictureOrigins(part)
}
