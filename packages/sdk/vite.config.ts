import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Takes the spaces out of the styles, which minifiers leave alone. */
function compactStyles(): Plugin {
  return {
    name: 'compact-styles',
    enforce: 'pre',
    transform: {
      filter: { id: /[.]styles[.]ts$/ },
      handler: (source) => {
        const code = source.replace(/return `[^`]*`/, (literal) =>
          literal
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/([\w-]): /g, '$1:')
            .replace(/;}/g, '}'),
        )
        return { code, map: { mappings: '' } }
      },
    },
  }
}

/** What the server gives out: with `--mode script` the script of a page, else what it fetches. */
export default defineConfig(({ mode }) => ({
  plugins: [compactStyles()],
  resolve: { conditions: ['@waypost/source', 'module', 'browser', 'production'] },
  build: {
    target: 'es2022',
    outDir: 'dist/script',
    emptyOutDir: false,
    lib:
      mode === 'script'
        ? { entry: { waypost: path('src/embed/script.ts') }, formats: ['iife'], name: 'script' }
        : { entry: { controller: path('src/embed/controller/connect.ts') }, formats: ['es'] },
    rolldownOptions: { output: { minify: true, entryFileNames: '[name].js' } },
  },
}))
