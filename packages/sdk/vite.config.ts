import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type EnvironmentOptions, type Plugin, parseSync, Visitor } from 'vite'
import { minifyBySwc } from '../../scripts/minify-by-swc.js'
import { withoutWalls } from './without-walls.js'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Takes the spaces out of the styles, which minifiers leave alone. */
function compactStyles(): Plugin {
  return {
    name: 'compact-styles',
    enforce: 'pre',
    transform: {
      filter: { id: /[.]styles[.]ts$/ },
      handler: (source) => {
        const code = source.replace(/=> `[^`]*`/, (literal) =>
          literal
            .replace(/\s+/g, ' ')
            .replace(/ ?([{;,!]) ?/g, '$1')
            .replace(/ ?} ?(?=[*:@[}`])/g, '}')
            .replace(/([\w}-]): /g, '$1:')
            .replace(/([`(]) | (?=\))/g, '$1')
            .replace(/ < /g, '<')
            .replace(/;}/g, '}'),
        )
        return { code, map: { mappings: '' } }
      },
    },
  }
}

/** Writes strings with the quotes that brotli knows best; the minifier makes templates of them. */
function usualQuotes(): Plugin {
  return {
    name: 'usual-quotes',
    applyToEnvironment: (environment) => environment.name === 'script',
    generateBundle(_options, output) {
      for (const chunk of Object.values(output)) {
        if (chunk.type !== 'chunk') continue
        const { code } = chunk
        let end = 0
        chunk.code = ''
        const visitor = new Visitor({
          TemplateLiteral(literal) {
            const text = code.slice(literal.start + 1, literal.end - 1)
            if (literal.expressions.length > 0 || /["\\\n]/.test(text)) return
            chunk.code += `${code.slice(end, literal.start)}"${text}"`
            end = literal.end
          },
        })
        visitor.visit(parseSync(chunk.fileName, code).program)
        chunk.code += code.slice(end)
      }
    },
  }
}

/** Keeps the names of the script from the page by a block, which is shorter than a function. */
function inBlock(): Plugin {
  const FUNCTION = /^\(function\(\)\{var (.*)\}\)\(\);\s*$/s
  return {
    name: 'in-block',
    applyToEnvironment: (environment) => environment.name === 'script',
    generateBundle(_options, output) {
      for (const chunk of Object.values(output)) {
        if (chunk.type !== 'chunk') continue
        const [, body] = FUNCTION.exec(chunk.code) ?? []
        // These two would be seen by the page.
        if (!body || /\bvar |\bfunction\b/.test(body)) throw new Error('There is more than one var')
        chunk.code = `{let ${body}}`
      }
    },
  }
}

/**
 * Chunks of earlier builds go when those of this one are there, compressed forms and all: the server
 * would hand them out, and their bytes are part of the name of its build. Pages that are open find
 * theirs among the copies that it keeps.
 */
function withoutOldChunks(): Plugin {
  const CHUNK = /^(.+-[\w-]{8}[.]js)([.]\w+)?$/
  return {
    name: 'without-old-chunks',
    // The first of all: what others write stays.
    applyToEnvironment: ({ name }) => name === 'client',
    writeBundle({ dir = '' }, output) {
      for (const file of readdirSync(dir)) {
        const [, chunk] = CHUNK.exec(file) ?? []
        if (chunk && !Object.hasOwn(output, chunk)) rmSync(join(dir, file))
      }
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
    rolldownOptions: {
      output: {
        // Of the script itself the bundler makes less.
        minify: format === 'iife',
        // Compiled while it comes, aside: nearly all of it runs at once, and somebody waits.
        postBanner: name === 'controller' ? '//# allFunctionsCalledOnLoad' : '',
        entryFileNames: '[name].js',
      },
    },
  },
})

/** What the server gives out: the script of every page, and what it fetches when it is needed. */
export default defineConfig({
  plugins: [
    compactStyles(),
    withoutOldChunks(),
    withoutWalls(['createLauncher', 'startWaypost']),
    minifyBySwc(['client', 'diagnose', 'reload', 'live']),
    usualQuotes(),
    inBlock(),
  ],
  builder: {},
  environments: {
    client: bundle('controller', 'src/embed/controller/connect.ts', 'es'),
    diagnose: bundle('diagnose', 'src/embed/diagnose/diagnose.ts', 'es'),
    reload: bundle('reload', 'src/embed/reload/ask-reload.ts', 'es'),
    live: bundle('live', 'src/embed/live/show-live.ts', 'es'),
    script: bundle('waypost', 'src/embed/script.ts', 'iife'),
  },
})
