import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))

it('answers four of five golden questions among the first three hits, in every language', () => {
  const command = fileURLToPath(import.meta.resolve('@waypost/server/package.json'))
  const args = ['search-eval', 'golden.yaml', '--content', 'content', '--data', 'nothing']
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command.replace('package.json', 'bin/waypost.js'), ...args, '--min', '0.8'],
    { cwd: here, encoding: 'utf8' },
  )
  expect([status, stderr], stdout).toEqual([0, ''])
  for (const language of ['en', 'sv', 'da', 'nb', 'uk', 'all']) expect(stdout).toContain(language)
})
