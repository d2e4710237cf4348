import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Takes comments and indentation out of css`…`, which minifiers leave alone. */
function compactStyles(): Plugin {
  return {
    name: 'compact-styles',
    enforce: 'pre',
    transform: {
      filter: { id: /(theme|[.]styles)[.]ts$/ },
      handler: (source) => {
        const code = source.replace(/css`[^`]*`/g, (literal) =>
          literal.replace(/\/[*][\s\S]*?[*]\//g, '').replace(/\s+/g, ' '),
        )
        return { code, map: { mappings: '' } }
      },
    },
  }
}

/** Hashed chunks of earlier builds go; the entry keeps its name, and the types stand in the same folder. */
function withoutOldChunks(): Plugin {
  let chunks = ''
  return {
    name: 'without-old-chunks',
    configResolved: ({ root, build }) => {
      chunks = join(resolve(root, build.outDir), 'chunks')
    },
    buildStart: () => rmSync(chunks, { recursive: true, force: true }),
  }
}

export default defineConfig({
  plugins: [compactStyles(), withoutOldChunks()],
  resolve: { conditions: ['@waypost/source', 'module', 'browser', 'production'] },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    sourcemap: true,
    lib: {
      entry: {
        panel: path('src/entries/panel.ts'),
        'waypost-search': path('src/entries/waypost-search.ts'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      output: {
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
})
