import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'
import { minifyBySwc } from '../../scripts/minify-by-swc.js'
import { compactLiterals } from './compact-literals.js'
import { writesElementsManifest } from './elements-manifest.js'
import { leanLit } from './lean-lit.js'
import { leanTokens } from './lean-tokens.js'
import { groupsOf, searchApart } from './one-panel.js'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Takes out of Lit's literals what only people read. */
function compactTemplates(): Plugin {
  return {
    name: 'compact-templates',
    enforce: 'pre',
    transform: {
      filter: { id: /[/]src[/].+[.]ts([?]apart)?$/, code: /(css|html|svg)`/ },
      handler: (source, id) => ({ code: compactLiterals(id, source), map: null }),
    },
  }
}

const STYLES = /([.]styles|[-/]theme|[/](opening|tours)[/][\w-]+)[.]ts([?]apart)?$/

/** Leaves out of Lit what only other browsers need. */
function leanStyles(): Plugin {
  return {
    name: 'lean-styles',
    enforce: 'pre',
    resolveId: {
      filter: { id: /[/]css-tag[.]js$|^lit$/ },
      // Styles need nothing else of Lit, and some come before it.
      handler: (id, importer = '') =>
        path(id === 'lit' && !STYLES.test(importer) ? 'lean-element.ts' : 'lean-styles.ts'),
    },
  }
}

/** Chunks of earlier builds go; the entry keeps its name, and the types stand in the same folder. */
function withoutOldChunks(): Plugin {
  let chunks: string | undefined
  return {
    name: 'without-old-chunks',
    // The first of the two.
    applyToEnvironment: ({ name }) => name === 'client',
    configResolved: ({ root, build }) => {
      chunks = build.write ? join(resolve(root, build.outDir), 'chunks') : undefined
    },
    buildStart: () => {
      if (chunks) rmSync(chunks, { recursive: true, force: true })
    },
  }
}

const entryOf = (name: string) => path(`src/entries/${name}.ts`)

const bundle = (names: readonly string[], before = ''): EnvironmentOptions => ({
  consumer: 'client',
  resolve: { conditions: ['@waypost/source', 'module', 'browser', 'production'] },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    // For whoever looks for a fault; no page of a host asks for them.
    sourcemap: 'hidden',
    lib: {
      entry: Object.fromEntries(names.map((name) => [name, entryOf(name)])),
      formats: ['es'],
    },
    rolldownOptions: {
      // The panel hands out more than what it is there for.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: false,
        postBanner: ({ name }) => (/^(start|panel)$/.test(name) ? COMPILED_AS_IT_COMES : ''),
        entryFileNames: '[name].js',
        // Without a hash: the server gives every build an address of its own. The words of a language
        // take some from the file that opens: each bundle has its own.
        chunkFileNames: `chunks/${before}[name].js`,
        codeSplitting: {
          groups: groupsOf({ start: entryOf('start'), panel: entryOf('panel') }),
        },
      },
    },
  },
})

/** The panel, and elements that stand in a page and share it. */
const WITH_PANEL = [
  'start',
  'panel',
  'inline',
  'elements',
  'waypost-article',
  'waypost-checklist',
  'waypost-contact-form',
  'waypost-panel',
  'waypost-requests',
]

/**
 * Nearly all of the panel runs when it opens. By this line browsers that know it compile all of it
 * while it comes, aside, and not function by function while somebody waits.
 */
const COMPILED_AS_IT_COMES = '//# allFunctionsCalledOnLoad'

/**
 * Bundles that share nothing: a page that only searches, or has a tour, gets nothing of the panel.
 */
export default defineConfig({
  plugins: [
    compactTemplates(),
    leanLit(),
    leanStyles(),
    leanTokens(['tour']),
    minifyBySwc(),
    searchApart(),
    writesElementsManifest(),
    withoutOldChunks(),
  ],
  builder: {},
  environments: {
    client: bundle(WITH_PANEL),
    search: bundle(['waypost-search'], 'search-'),
    tour: bundle(['tour']),
  },
})
