import { expect } from '@open-wc/testing'
import { widgetOptions } from '@waypost/sdk/contract'
import { beginsAtForm } from './begins-at-form.js'
import { planOf } from './places.js'

it('opens before the panel where the panel begins at home, in every mode', () => {
  const modes = widgetOptions.mode.type
  expect(modes.length).to.be.greaterThan(5)
  for (const mode of modes)
    expect(beginsAtForm(mode), mode).to.equal(planOf(mode).start.at(-1) === 'form')
})
