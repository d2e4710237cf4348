import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { elementsManifest } from '../packages/widget/elements-manifest.js'
import { elementTables } from './element-tables.js'

const elements = elementsManifest().modules.map(({ path, declarations, exports }) => {
  const [declaration] = declarations
  if (!declaration) throw new Error(`${path} declares nothing`)
  return { path, declaration, exports, tag: declaration.tagName ?? '' }
})
const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

/** What an element can be written with, from its own code. */
const observed = (source: string) =>
  [...source.matchAll(/^ {4}(\w+): \{(?! attribute: false)(?: attribute: '([\w-]+)')?/gm)].map(
    ([, property, attribute]) => attribute ?? property,
  )

describe('the manifest of our elements', () => {
  it('has each that a host can write, with a script of its own', () => {
    const manifest = JSON.parse(read('packages/widget/package.json'))
    expect(manifest.customElements).toBe('./dist/custom-elements.json')
    const scripts = Object.values<string | { default: string }>(manifest.exports).map((one) =>
      typeof one === 'string' ? one : one.default,
    )
    expect(elements.map(({ tag }) => tag)).toEqual([
      'waypost-article',
      'waypost-checklist',
      'waypost-contact-form',
      'waypost-panel',
      'waypost-requests',
      'waypost-search',
    ])
    expect(scripts).toEqual(expect.arrayContaining(elements.map(({ path }) => `./${path}`)))
  })

  it.each(elements)('names what $tag takes, shows and tells, and says what it is', (element) => {
    const { declaration, tag } = element
    const folder = tag === 'waypost-search' ? 'features/search' : 'shell/inline'
    const files = [`${folder}/${tag}.ts`, ...(tag === 'waypost-search' ? [] : BASES)]
    const attributes = files.flatMap((file) => observed(read(`packages/widget/src/${file}`)))
    expect(declaration.attributes?.map(({ name }) => name)).toEqual(attributes)
    const { members = [], slots = [], events = [], cssParts = [], cssProperties = [] } = declaration
    for (const one of [...members, ...slots, ...events, ...cssParts, ...cssProperties]) {
      expect(one.description, `${tag} says of ${one.name} what it is`).toBeTruthy()
    }
    expect(events.length).toBeGreaterThan(0)
    expect(declaration.summary).toBeTruthy()
  })

  it('names every part that an element draws', () => {
    const drawn = ['inline-element', 'render-inline-head'].flatMap((file) => [
      ...read(`packages/widget/src/shell/inline/${file}.ts`).matchAll(/ part="([\w-]+)"/g),
    ])
    const parts = [...new Set(drawn.map(([, part]) => part))].sort()
    for (const { tag, declaration } of elements) {
      if (tag === 'waypost-search') continue
      expect(declaration.cssParts?.map(({ name }) => name).sort()).toEqual(parts)
    }
  })

  it.each(elements)('says the same of $tag as the guide does', ({ tag, declaration }) => {
    const [, section = ''] = read('docs/elements.md').split(`## \`<${tag}>\`\n`)
    const [own = ''] = section.split('\n## ')
    for (const table of elementTables(declaration)) expect(own).toContain(table)
  })
})

const BASES = ['shell/inline/inline-element.ts', 'shell/inline/guest-element.ts']
