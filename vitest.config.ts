import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'
import { LongFirst } from './scripts/long-first.js'

export default defineConfig({
  resolve: { conditions: ['@waypost/source'] },
  ssr: { resolve: { conditions: ['@waypost/source', 'node'] } },
  test: {
    globalSetup: ['scripts/build-once.ts'],
    include: [
      'packages/{sdk,server}/src/**/*.test.ts',
      'scripts/**/*.test.ts',
      'examples/*/*.test.ts',
    ],
    exclude: [...configDefaults.exclude, '**/*.browser.test.ts'],
    // Much of a test is waiting, for a browser or a disk: on two cores one alone would leave one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongFirst },
    // No module of ours keeps anything: to read all of them anew for every file took a fifth of the time.
    isolate: false,
    testTimeout: 20_000,
    // What a browser is asked again and again may take longer beside another.
    expect: { poll: { timeout: 10_000 } },
    // What a shell names for something else is not for tests to write to.
    env: { DATABASE_URL: '' },
  },
})
