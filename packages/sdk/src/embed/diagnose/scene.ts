import type { Finding } from '../../contract/diagnosis.js'
import type { WidgetOptions } from '../../contract/widget-options.js'

/** The end of the script's own address, which the tag gives for that of its server. */
const ADDRESS_OF_SCRIPT = /(\/assets\/\w+)?\/?(waypost([.]\w+)?[.]js.*)?$/
const SCRIPT = /\/waypost([.]single)?[.]js([?#]|$)/
const PART = /^(.*)\/assets\/(\w+)\/\w+[.]js/

/** What is looked at. */
export interface Scene {
  options: WidgetOptions
  /** Address of the server, absolute, without a slash at the end. */
  server: string
  /** Of the script on the page; `latest` for a module of the host's, `''` where nothing tells. */
  build: string
  /** Tags of ours that are on the page. */
  tags: HTMLScriptElement[]
  /** Every address that a script of ours was fetched from. */
  scripts: string[]
  found: Finding[]
}

/** Adds a finding. */
export type Add = (
  code: Finding['code'],
  severity: Finding['severity'],
  detail: string,
  advice: string,
) => void

/** The page as it says itself what it has of us, where nobody hands that over. */
export function readScene(given?: WidgetOptions): Scene {
  const tags = [...document.scripts].filter(({ src }) => SCRIPT.test(src))
  const fetched = performance.getEntriesByType('resource').map(({ name }) => name)
  // This very file came from the server, too.
  const part = fetched.map((name) => PART.exec(name)).findLast((it) => it && /diagnose/.test(it[0]))
  const options = given ?? { baseUrl: tags[0]?.src ?? part?.[1] ?? '', ...tags[0]?.dataset }
  const address = new URL(options.baseUrl || '/', document.baseURI).href
  return {
    options,
    server: address.replace(ADDRESS_OF_SCRIPT, '').replace(/\/$/, ''),
    build: part?.[2] ?? '',
    tags,
    scripts: [...new Set([...fetched, ...tags.map(({ src }) => src)])].filter((it) =>
      SCRIPT.test(it),
    ),
    found: [],
  }
}

export const adderOf =
  ({ found }: Scene): Add =>
  (code, severity, detail, advice) => {
    found.push({ code, severity, detail, advice })
  }
