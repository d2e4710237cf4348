import { expect } from '@open-wc/testing'
import { createDraft } from './draft.js'
import { browserKeep } from './support-server.test.kit.js'

const isBlank = (words: string) => !words.trim()

/** Tabs of one browser that write the same draft. */
function tabs() {
  const keep = browserKeep()
  const tab = () => createDraft<string, string>({ keep, name: 'form', isBlank })
  return { keep, one: tab(), two: tab() }
}

describe('a draft', () => {
  it('is there after a reload', () => {
    const { one, two } = tabs()
    one.write({ words: 'Why?', unsent: 'key' })
    expect(two.read()).to.deep.equal({ words: 'Why?', unsent: 'key' })
  })

  it('leaves nothing behind when it is emptied or sent', () => {
    const { one, keep } = tabs()
    one.write({ words: 'Why?' })
    one.write({ words: ' ' })
    expect(keep.kept.size).to.equal(0)
    one.write({ words: 'Why?' })
    one.clear()
    expect(keep.kept.size).to.equal(0)
  })

  it('of another tab is not lost when this one writes', () => {
    const { one, two } = tabs()
    one.read()
    two.write({ words: 'Theirs' })
    expect(one.changedElsewhere()).to.equal(true)
    one.write({ words: 'Mine' })
    expect(one.read()).to.deep.equal({ words: 'Mine', other: 'Theirs' })
  })

  it('that was taken over and written on is no other one', () => {
    const { one, two } = tabs()
    two.write({ words: 'Why' })
    one.read()
    one.write({ words: 'Why not?' })
    expect(one.read()).to.deep.equal({ words: 'Why not?' })
  })

  it('is forgotten only by the tab that wrote it last', () => {
    const { one, two } = tabs()
    one.write({ words: 'Sent' })
    two.write({ words: 'Begun meanwhile' })
    one.clear()
    expect(one.read()?.words).to.equal('Begun meanwhile')
  })

  it('that cannot be read is none', () => {
    const { one, keep } = tabs()
    keep.set('form', '{"words":')
    expect(one.read()).to.equal(undefined)
  })
})
