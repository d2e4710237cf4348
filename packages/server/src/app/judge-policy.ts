import {
  BY_NONCE,
  type HostDirective,
  type HostPolicy,
  TRUSTED_TYPES_POLICY,
} from '@waypost/sdk/contract'
import { allows, type Directives } from './policy-sources.js'

export interface JudgePolicyInput {
  /** Address of the server, without a slash at the end. */
  server: string
  /** Origin of the page. */
  page: string
  /** What the widget needs of this page. */
  needs: HostPolicy
  /** Origins of pictures from elsewhere. */
  pictures: readonly string[]
  /** Origins of films from elsewhere, where there are films. */
  films?: readonly string[] | undefined
  /** The script tag of ours on the page, where it has one. */
  tag: ScriptTag | undefined
}

export interface ScriptTag {
  nonce: string | undefined
  /** All in one file: it fetches no other script. */
  isSingle: boolean
}

/** One directive that lets something of ours not through. */
export interface Lack {
  directive: string
  /** What it says now. */
  has: string
  /** What to add to it. */
  lacks: string
}

/** What a page in a sandbox must be allowed, and how the widget is without. */
const needsOfSandbox = [
  ['allow-scripts', 'without it nothing of ours runs'],
  [
    'allow-same-origin',
    'without it nothing can be kept there, and requests come from an origin that is null: no ' +
      'session, draft or request outlasts the page, and a site that does not name `file` in ' +
      '`origins` answers nothing',
  ],
  ['allow-forms', 'without it nothing can be sent: no search by Enter, no question and no reply'],
] as const

/** What a policy keeps from the widget, and what would let it in. */
export function judgePolicy(policy: Directives, input: JudgePolicyInput): Lack[] {
  const { server, page, needs, pictures, films } = input
  const sourcesOf = (...names: string[]) =>
    names.map((name) => policy.get(name)).find((sources) => sources !== undefined)
  const lack = (directive: string, has: readonly string[], lacks: string): Lack => ({
    directive,
    has: has.join(' ') || "'none'",
    lacks,
  })

  /** A directive that takes addresses. */
  function judge(directive: HostDirective, addresses: readonly string[]): Lack[] {
    const sources = sourcesOf(directive, 'default-src')
    if (!sources || addresses.every((address) => allows(sources, address, page))) return []
    const had = policy.get(directive) ?? []
    return [lack(directive, had.length > 0 ? had : sources, needs[directive] ?? '')]
  }

  const scripts = sourcesOf('script-src-elem', 'script-src', 'default-src')
  const types = policy.get('trusted-types')
  const sandbox = policy.get('sandbox')
  return [
    ...(scripts ? judgeScripts(scripts, input, lack) : []),
    ...judge('connect-src', [`${server}/v1/settings`, `${server}/assets/manifest.json`]),
    ...judge('img-src', [`${server}/content/a.png`, ...pictures.map((it) => `${it}/a.png`)]),
    ...(films
      ? judge('media-src', [`${server}/content/a.mp4`, ...films.map((it) => `${it}/a.mp4`)])
      : []),
    ...(types && !types.some((it) => it === '*' || it === TRUSTED_TYPES_POLICY)
      ? [lack('trusted-types', types, TRUSTED_TYPES_POLICY)]
      : []),
    ...(sandbox
      ? needsOfSandbox
          .filter(([word]) => !sandbox.includes(word))
          .map(([word, without]) => lack('sandbox', sandbox, `${word}: ${without}`))
      : []),
  ]
}

function judgeScripts(
  sources: readonly string[],
  { server, page, needs, tag }: JudgePolicyInput,
  lack: (directive: string, has: readonly string[], lacks: string) => Lack,
): Lack[] {
  const nonces = sources.filter((source) => source.startsWith("'nonce-"))
  const hasNonce = tag ? nonces.includes(`'nonce-${tag.nonce}'`) : nonces.length > 0
  const isStrict = sources.includes("'strict-dynamic'")
  // Where it stands, addresses count for nothing.
  if (isStrict) return hasNonce ? [] : [lack('script-src', sources, 'the nonce on our script tag')]
  const own = tag?.isSingle ? page : server
  const isLetIn = hasNonce || allows(sources, `${own}/waypost.js`, page)
  const isRestLetIn = tag?.isSingle || allows(sources, `${server}/assets/0/panel.js`, page)
  if (isLetIn && isRestLetIn) return []
  const lacks = tag?.isSingle ? "'self'" : needs['script-src']
  return [lack('script-src', sources, `${lacks}, or ${BY_NONCE} and the nonce on our script tag`)]
}
