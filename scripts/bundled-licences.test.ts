import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { build } from './build.mjs'

const widget = fileURLToPath(new URL('../packages/widget', import.meta.url))
/** A package of npm in the path of a source, behind pnpm's own folders. */
const packageName = /.*[/]node_modules[/]((?:@[^/]+[/])?[^/]+)[/]/

it('names each library that a bundle of the widget holds, with its licence', () => {
  expect(build()).toBe(true)
  const dist = join(widget, 'dist')
  const maps = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.js.map') && !path.startsWith('types'),
  )
  const sources = maps.flatMap((path) => JSON.parse(readFileSync(join(dist, path), 'utf8')).sources)
  const held = new Set(sources.flatMap((source) => packageName.exec(source)?.[1] ?? []))
  const said = readFileSync(join(widget, 'THIRD-PARTY.txt'), 'utf8')
  expect(held).toContain('lit-html')
  expect([...held].filter((name) => !said.includes(name))).toEqual([])
  expect(said).toContain('Copyright (c) 2017 Google LLC')
})
