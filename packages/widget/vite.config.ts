import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'
import { compactLiterals } from './compact-literals.js'

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

/** Hashed chunks of earlier builds go; the entry keeps its name, and the types stand in the same folder. */
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
    sourcemap: true,
    lib: { entry: { [name]: path(`src/entries/${name}.ts`) }, formats: ['es'] },
    rolldownOptions: {
      // What the pages share with the panel they take from it: a file between would be one more
      // round trip before anything opens.
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
})

/** Two bundles that share nothing: a page that only searches gets nothing of the panel. */
export default defineConfig({
  plugins: [compactTemplates(), withoutOldChunks()],
  builder: {},
  environments: { client: bundle('panel'), search: bundle('waypost-search') },
})
