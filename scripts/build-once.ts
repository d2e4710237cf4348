import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Before any test: what tests run as a process of its own is what ships. */
export function setup(): void {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url))
  execFileSync(process.execPath, [tsc, '-b', 'packages/server'], { cwd: root, stdio: 'inherit' })
}
