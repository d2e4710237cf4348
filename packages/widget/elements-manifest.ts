import { readFileSync } from 'node:fs'
import { create, ts } from '@custom-elements-manifest/analyzer'
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js'
import type { Plugin } from 'vite'

/** Every element that a host writes, by the name of its script; `elements.js` has them all. */
const SOURCES: Readonly<Record<string, string>> = {
  'waypost-article': 'src/shell/inline/waypost-article.ts',
  'waypost-checklist': 'src/shell/inline/waypost-checklist.ts',
  'waypost-contact-form': 'src/shell/inline/waypost-contact-form.ts',
  'waypost-panel': 'src/shell/inline/waypost-panel.ts',
  'waypost-requests': 'src/shell/inline/waypost-requests.ts',
  'waypost-search': 'src/features/search/waypost-search.ts',
}
/** What most of them have in common. */
const BASES = ['src/shell/inline/guest-element.ts', 'src/shell/inline/inline-element.ts']
/** Where each gets its name. */
const ENTRIES = Object.keys(SOURCES).map((tag) => `src/entries/${tag}.ts`)

interface Named {
  name: string
  description?: string
  privacy?: string
  type?: { text: string }
}

interface Declaration extends Named {
  tagName?: string
  summary?: string
  attributes?: Named[]
  members?: (Named & { kind: string; attribute?: string })[]
  events?: Named[]
  slots?: Named[]
  cssParts?: Named[]
  cssProperties?: Named[]
}

export interface ElementsManifest {
  schemaVersion: string
  readme: string
  modules: { kind: string; path: string; declarations: Declaration[]; exports: object[] }[]
}

/**
 * What the doc comments of our elements say, as a custom-elements manifest: for editors, for
 * frameworks, and for `docs/elements.md`.
 */
export function elementsManifest(): ElementsManifest {
  const files = [...BASES, ...Object.values(SOURCES), ...ENTRIES]
  const sources = files.map((file) =>
    ts.createSourceFile(
      file,
      readFileSync(new URL(file, import.meta.url), 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
    ),
  )
  const found = create({ modules: sources, plugins: litPlugin(), context: { dev: false } })
  const modules = Object.entries(SOURCES).map(([tag, path]) => {
    const module = found.modules.find((one: { path: string }) => one.path === path)
    const declaration = module?.declarations.find((one: Declaration) => one.tagName === tag)
    if (!declaration) throw new Error(`${path} declares no <${tag}>`)
    const { name } = declaration
    const script = `dist/${tag}.js`
    return {
      kind: 'javascript-module',
      path: script,
      declarations: [told(declaration)],
      exports: [
        { kind: 'js', name, declaration: { name, module: script } },
        { kind: 'custom-element-definition', name: tag, declaration: { name, module: script } },
      ],
    }
  })
  return { schemaVersion: '1.0.0', readme: '', modules }
}

/** What a host may use; the analyzer sees what is ours, too. */
function told(declaration: Declaration): Declaration {
  const { members = [], events = [], ...rest } = declaration
  return {
    ...rest,
    members: members.filter(
      ({ kind, name, privacy, attribute }) =>
        privacy !== 'protected' &&
        !name.startsWith('#') &&
        (kind === 'field' ? attribute !== undefined : name === 'focus'),
    ),
    events: events.filter(({ name }) => name?.startsWith('waypost-')),
  }
}

/** Writes it beside the scripts. */
export function writesElementsManifest(): Plugin {
  let isWritten = false
  return {
    name: 'writes-elements-manifest',
    applyToEnvironment: ({ name }) => name === 'client',
    configResolved: ({ build }) => {
      isWritten = build.write
    },
    generateBundle() {
      if (!isWritten) return
      const source = `${JSON.stringify(elementsManifest(), null, 2)}\n`
      this.emitFile({ type: 'asset', fileName: 'custom-elements.json', source })
    },
  }
}
