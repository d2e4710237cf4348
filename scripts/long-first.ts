import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Short to read, and long to run: by their size they would come last, when others have nothing left to do. */
const LONG = [
  'examples/hostile-hosts/hostile-hosts.test.ts',
  'examples/hostile-hosts/hosts-that-change.test.ts',
  'examples/hostile-hosts/screens-and-phones.test.ts',
  'examples/script-tag/delivery.test.ts',
  'examples/tidemark/nobody.test.ts',
  'examples/tidemark/theme.test.ts',
  'packages/server/src/adapters/storage/lowdb/kill.test.ts',
  'packages/server/src/adapters/storage/postgres/outage.test.ts',
  'packages/server/src/adapters/storage/postgres/postgres-storage.test.ts',
  'packages/server/src/testing/carry-files.test.ts',
  'packages/server/src/testing/command-line.test.ts',
  'packages/server/src/testing/nodes-processes.test.ts',
  'scripts/diagnose.test.ts',
  'scripts/hostile-uploads.test.ts',
  'scripts/install.test.ts',
  'scripts/reload.test.ts',
]

/**
 * The order of test files, so that two workers end together: by what they took the last time, or, in a
 * fresh checkout, by their size, with those first of which their size tells nothing.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) =>
      LONG.some((path) => moduleId.replaceAll('\\', '/').endsWith(path))
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
