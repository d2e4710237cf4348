import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { defaultReporter } from '@web/test-runner'
import { chromeLauncher } from '@web/test-runner-chrome'
import { embedAddresses, forceColors } from './packages/sdk/embed-tests.mjs'
import { receiveUploads } from './packages/widget/receive-uploads.mjs'
import { findChromium, howToInstall } from './scripts/chromium.mjs'
import { countsOfSessions } from './scripts/test-all/counts.mjs'

const executablePath = findChromium()
if (!executablePath) throw new Error(`There is no browser here: ${howToInstall}.`)

const root = fileURLToPath(new URL('.', import.meta.url))
const tsconfig = fileURLToPath(new URL('packages/widget/tsconfig.json', import.meta.url))

/** Writes down for `pnpm test:all` what came of it. */
const countReporter = (path) => ({
  onTestRunFinished({ sessions }) {
    writeFileSync(path, JSON.stringify(countsOfSessions(sessions, root)))
  },
})
/** As the bundles have it. */
const leanElement = {
  name: 'lean-element',
  resolveImport: ({ source, context }) =>
    source === 'lit' && context.path.startsWith('/packages/widget/')
      ? '/packages/widget/lean-element.ts'
      : undefined,
}
const report = process.env.WAYPOST_TEST_REPORT

export default {
  files: ['packages/widget/src/**/*.test.ts', 'packages/sdk/src/**/*.browser.test.ts'],
  nodeResolve: { exportConditions: ['@waypost/source', 'browser', 'import', 'default'] },
  plugins: [forceColors, leanElement, esbuildPlugin({ ts: true, target: 'es2022', tsconfig })],
  middleware: [embedAddresses, receiveUploads],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath,
        args: [
          '--no-sandbox',
          '--disable-dev-shm-usage',
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
        ],
      },
    }),
  ],
  // One page at a time: a page behind another gets neither focus nor animation frames.
  concurrency: 1,
  testsFinishTimeout: 120_000,
  testFramework: { config: { timeout: '10000' } },
  reporters: [defaultReporter(), ...(report ? [countReporter(report)] : [])],
}
