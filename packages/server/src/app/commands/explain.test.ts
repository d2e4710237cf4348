import { describe, expect, it } from 'vitest'
import { sampleEducation } from '../../testing/education.test.kit.js'
import { factsOf } from '../facts-of.js'
import { explained } from './explain.js'
import { declarationOf } from './types.js'

const [course] = sampleEducation
if (!course) throw new Error('There is no sample.')

describe('waypost explain', () => {
  const guarded = {
    ...course,
    audience: 'customers' as const,
    when: { all: [{ segment: 'new' }, { url: '/invoices/*' }] },
  }

  it('says which conditions are met, which are not, and which nobody answers', () => {
    expect(explained(guarded, factsOf('segment=new')).text).toBe(`course course may be for them
  yes   status is published
  yes   audience is customers
  open  all of
    yes   segment is new: of new
    open  page is /invoices/*: nothing says
`)
    expect(explained(guarded, factsOf('url=/invoices/1'))).toMatchObject({
      text: expect.stringContaining('no    audience is customers: nobody says who it is'),
      holds: false,
    })
    expect(explained(guarded, factsOf('segment=new,old url=/invoices/1')).holds).toBe(true)
  })

  it('refuses what it does not know', () => {
    expect(() => factsOf('segmant=new')).toThrow('"segmant" is not known')
    expect(() => factsOf('device=watch')).toThrow('"watch" is none of phone, tablet, desktop')
  })
})

describe('waypost types', () => {
  it('names every id once, by kind', () => {
    const text = declarationOf([...sampleEducation, ...sampleEducation])
    expect(text).toContain('    course:\n      | "course"\n    lesson:\n      | "course/one"\n')
    expect(declarationOf([])).toContain('    tip: never\n')
  })
})
