import { fileURLToPath } from 'node:url'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'

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

const bundle = (name: string, source: string, format: 'es' | 'iife'): EnvironmentOptions => ({
  consumer: 'client',
  resolve: { conditions: ['@waypost/source', 'module', 'browser', 'production'] },
  build: {
    target: 'es2022',
    outDir: 'dist/script',
    emptyOutDir: false,
    lib: { entry: { [name]: path(source) }, formats: [format], name },
    rolldownOptions: { output: { minify: true, entryFileNames: '[name].js' } },
  },
})

/** What the server gives out: the script of every page, and what it fetches when it is needed. */
export default defineConfig({
  plugins: [compactStyles()],
  builder: {},
  environments: {
    client: bundle('controller', 'src/embed/controller/connect.ts', 'es'),
    script: bundle('waypost', 'src/embed/script.ts', 'iife'),
  },
})
