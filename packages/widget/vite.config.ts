import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'
import { compactLiterals, withUsualQuotes } from './compact-literals.js'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Takes out of Lit's literals what only people read. */
function compactTemplates(): Plugin {
  return {
    name: 'compact-templates',
    enforce: 'pre',
    transform: {
      filter: { id: /[/]src[/].+[.]ts$/, code: /(css|html|svg)`/ },
      handler: (source, id) => ({ code: compactLiterals(id, source), map: null }),
    },
  }
}

/** Leaves out of Lit what only other browsers need. */
function leanStyles(): Plugin {
  return {
    name: 'lean-styles',
    enforce: 'pre',
    resolveId: {
      filter: { id: /[/]css-tag[.]js$/ },
      handler: () => path('lean-styles.ts'),
    },
  }
}

/** Writes strings with the quotes that brotli knows best; the minifier makes templates of them. */
function usualQuotes(): Plugin {
  return {
    name: 'usual-quotes',
    generateBundle(_options, output) {
      for (const chunk of Object.values(output)) {
        if (chunk.type === 'chunk') chunk.code = withUsualQuotes(chunk.fileName, chunk.code)
      }
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

const bundle = (name: string): EnvironmentOptions => ({
  consumer: 'client',
  resolve: { conditions: ['@waypost/source', 'module', 'browser', 'production'] },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    // For whoever looks for a fault; no page of a host asks for them.
    sourcemap: 'hidden',
    lib: { entry: { [name]: path(`src/entries/${name}.ts`) }, formats: ['es'] },
    rolldownOptions: {
      // What the pages share with the panel they take from it: a file between would be one more
      // round trip before anything opens.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        postBanner: ({ name }) => (name === 'panel' ? COMPILED_AS_IT_COMES : ''),
        entryFileNames: '[name].js',
        // Without a hash: the server gives every build an address of its own. The words of a language
        // are the same file in both bundles.
        chunkFileNames: 'chunks/[name].js',
      },
    },
  },
})

/**
 * Nearly all of the panel runs when it opens. By this line browsers that know it compile all of it
 * while it comes, aside, and not function by function while somebody waits.
 */
const COMPILED_AS_IT_COMES = '//# allFunctionsCalledOnLoad'

/** Two bundles that share nothing: a page that only searches gets nothing of the panel. */
export default defineConfig({
  plugins: [compactTemplates(), leanStyles(), usualQuotes(), withoutOldChunks()],
  builder: {},
  environments: { client: bundle('panel'), search: bundle('waypost-search') },
})
