import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keeps pnpm from switching its version and corepack from downloading one: both write elsewhere. */
const still = { COREPACK_ENABLE_NETWORK: '0', npm_config_manage_package_manager_versions: 'false' }

/** The command of the pinned pnpm: where it is installed, and fetched by npx where it is not. */
export function findPnpm(root) {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const pinned = packageManager.split('+')[0]
  const quiet = { ...process.env, npm_config_update_notifier: 'false' }
  const env = { ...quiet, ...still }
  const { stdout } = spawnSync('pnpm --version', { cwd: root, env, shell: true })
  return `pnpm@${stdout}`.trim() === pinned
    ? { command: 'pnpm', args: [], env }
    : { command: 'npx', args: ['--yes', pinned], env: quiet }
}
