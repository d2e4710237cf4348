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
          literal
            .replace(/\/[*][\s\S]*?[*]\//g, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            .replaceAll(';}', '}'),
        )
        return { code, map: { mappings: '' } }
      },
    },
  }
}

/** Hashed chunks of earlier builds go; the entry keeps its name, and the types stand in the same folder. */
function withoutOldChunks(): Plugin {
  let chunks: string | undefined
  return {
    name: 'without-old-chunks',
    configResolved: ({ root, build }) => {
      chunks = build.write ? join(resolve(root, build.outDir), 'chunks') : undefined
    },
    buildStart: () => {
      if (chunks) rmSync(chunks, { recursive: true, force: true })
    },
  }
}

type Modules = { getModuleInfo(id: string): { importers: readonly string[] } | null }

/** True when an entry needs the module before it can run. */
function isNeededBy(
  entry: string,
  id: string,
  modules: Modules,
  seen = new Set<string>(),
): boolean {
  if (id === path(entry)) return true
  if (seen.has(id)) return false
  seen.add(id)
  const { importers = [] } = modules.getModuleInfo(id) ?? {}
  return importers.some((importer) => isNeededBy(entry, importer, modules, seen))
}

/**
 * What the panel needs to open comes in two files and not in a dozen: what it shares with the search
 * on a page, and the rest. Everything else is split as it is used.
 */
function firstOpen(id: string, modules: Modules): string | null {
  if (!isNeededBy('src/entries/panel.ts', id, modules)) return null
  return isNeededBy('src/entries/waypost-search.ts', id, modules) ? 'base' : 'core'
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
        codeSplitting: { groups: [{ name: firstOpen, debugName: 'first open' }] },
      },
    },
  },
})
