import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import widget from './vite.config.js'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const isForFiles = (plugin: unknown) =>
  ['without-old-chunks', 'writes-elements-manifest'].includes((plugin as Plugin).name)
const compact = (widget.plugins ?? []).filter((plugin) => !isForFiles(plugin))

const PARTS = 'virtual:parts'
/** How the script fetches the rest of its build. */
const FETCH = /import\(\s*\/\* @vite-ignore \*\/[^;]+?\n {4}\)(?=\.catch)/

/** How the panel asks a newer build; all of this one is there. */
const ASK_NEWER = /await import\([^;]+?\(\) => true,\n {6}\)/

/** Goes with the file, which is made to be copied alone. THIRD-PARTY.txt has the whole text. */
const LICENCES =
  '/*! Waypost, MIT License. Holds Lit, (c) 2017 Google LLC, BSD-3-Clause License. */'

/** Has the script find in its own file what it fetches elsewhere. */
function allInOne(): Plugin {
  return {
    name: 'all-in-one',
    enforce: 'pre',
    resolveId: (id) => (id === PARTS ? id : undefined),
    load: (id) =>
      id === PARTS
        ? `export const parts = {
            controller: () => import('${path('../sdk/src/embed/controller/connect.ts')}'),
            start: () => import('${path('src/entries/start.ts')}'),
            panel: () => import('${path('src/entries/panel.ts')}'),
            inline: () => import('${path('src/entries/inline.ts')}'),
            tour: () => import('${path('src/entries/tour.ts')}'),
            live: () => import('${path('../sdk/src/embed/live/show-live.ts')}'),
            diagnose: () => Promise.reject(new Error('Not in this file: import /assets/latest/diagnose.js of the server')),
          }`
        : undefined,
    transform: {
      filter: {
        id: /[/](embed[/](start-waypost|script)|shell[/]router|script-origin)[.]ts$/,
      },
      handler(source, id) {
        // From wherever the host serves it, that is no server of ours.
        if (id.endsWith('script-origin.ts')) return source.replace('import.meta.url', `''`)
        if (id.endsWith('router.ts')) return source.replace(ASK_NEWER, 'true')
        if (id.endsWith('script.ts')) return source.replace('__WAYPOST_BUILD__', 'single')
        if (!FETCH.test(source)) this.error('The script fetches its parts in another way')
        const code = source.replace(FETCH, 'parts[name]()')
        return `import { parts } from '${PARTS}'\n${code}`
      },
    },
  }
}

/** `/waypost.js` with all that it would fetch: for hosts that serve one file. */
export default defineConfig({
  plugins: [...compact, allInOne()],
  resolve: { conditions: ['@waypost/source', 'module', 'browser', 'production'] },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: {
      entry: { 'waypost.single': path('../sdk/src/embed/script.ts') },
      formats: ['iife'],
      name: 'waypost',
    },
    rolldownOptions: {
      output: {
        minify: false,
        entryFileNames: '[name].js',
        codeSplitting: false,
        postBanner: LICENCES,
      },
    },
  },
})
