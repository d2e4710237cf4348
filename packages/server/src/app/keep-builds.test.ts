import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLogger } from '../foundation/logger.js'
import { readWidgetBuild } from '../http/widget-build.js'
import { keepBuilds } from './keep-builds.js'

describe('the builds that are kept', () => {
  let place: string
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'waypost-builds-'))
    mkdirSync(join(place, 'built/chunks'), { recursive: true })
    writeFileSync(join(place, 'built/waypost.js'), 'load("__WAYPOST_BUILD__")')
  })
  afterEach(() => rmSync(place, { recursive: true, force: true }))

  const kept = () => join(place, 'widget')
  /** Starts a server with these words in a chunk. */
  function upgrade(words: string, folder = kept(), log = silentLogger) {
    writeFileSync(join(place, 'built/chunks/view.js'), words)
    const build = readWidgetBuild([join(place, 'built')])
    return { id: build.id, former: keepBuilds({ folder, log })(build) }
  }
  const wordsOf = (build: ReturnType<ReturnType<typeof upgrade>['former']>) =>
    new TextDecoder().decode(build?.files.get('chunks/view.js')?.bytes)

  it('are found again after upgrades and restarts, byte by byte', () => {
    const first = upgrade('one()')
    const second = upgrade('two()')
    const { former } = upgrade('three()')
    expect(wordsOf(former(first.id))).toBe('one()')
    expect(wordsOf(former(second.id))).toBe('two()')
    const script = former(first.id)?.files.get('waypost.js')?.bytes
    expect(new TextDecoder().decode(script)).toBe(`load("${first.id}")`)
    expect(wordsOf(upgrade('three()').former(first.id))).toBe('one()')
  })

  it('are those of other nodes, too, where they share the folder', () => {
    const older = upgrade('one()')
    const newer = upgrade('two()')
    expect(wordsOf(older.former(newer.id))).toBe('two()')
  })

  it('are the ten that were served last', () => {
    const ids = Array.from({ length: 12 }, (_, day) => {
      const { id } = upgrade(`day(${day})`)
      utimesSync(join(kept(), id), day, day)
      return id
    })
    const { id, former } = upgrade('today()')
    expect(readdirSync(kept()).sort()).toEqual([...ids.slice(3), id].sort())
    expect(former(ids[0] ?? '')).toBeUndefined()
    expect(wordsOf(former(ids[11] ?? ''))).toBe('day(11)')
  })

  it('are not served when somebody has changed them, nor anything else of the folder', () => {
    const { id } = upgrade('one()')
    writeFileSync(join(kept(), id, 'chunks/view.js'), 'evil()')
    const { former } = upgrade('two()')
    expect(former(id)).toBeUndefined()
    for (const name of ['..', '../widget', `../widget/${id}`, '']) {
      expect(former(name)).toBeUndefined()
    }
  })

  it('cost nobody their help where they cannot be written', () => {
    writeFileSync(join(place, 'file'), '')
    const warnings: string[] = []
    const log = { ...silentLogger, warn: (message: string) => void warnings.push(message) }
    const { former } = upgrade('one()', join(place, 'file'), log)
    expect(former('000000000000')).toBeUndefined()
    expect(warnings).toEqual(['widget builds'])
  })
})
