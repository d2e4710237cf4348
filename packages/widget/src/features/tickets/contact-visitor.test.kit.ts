import { defineElement } from '../../foundation/define-element.js'
import type { PanelContext } from '../../foundation/panel-context.js'
import { ContactView } from './contact-view.js'
import { panelContext, supportServer } from './support-server.test.kit.js'
import { later, visits } from './view-visitor.test.kit.js'

defineElement('waypost-contact-view', ContactView)

/** Somebody at the form. */
export async function visitor({
  server = supportServer(),
  dir = 'ltr',
  prefill,
  ...rest
}: Partial<PanelContext> & {
  server?: ReturnType<typeof supportServer>
  dir?: string
  prefill?: ContactView['prefill']
} = {}) {
  const { panel, told } = panelContext(server, rest)
  const person = await visits<ContactView>('waypost-contact-view', { panel, prefill }, dir)
  await person.sees('#email, #message, .still')
  await later(0)
  await person.view.updateComplete
  return {
    ...person,
    server,
    panel,
    told,
    async writes({ subject = 'Interest abroad', message = 'Which rules count?' } = {}) {
      await person.types('#subject', subject)
      await person.types('#message', message)
      if (person.one('#email')) await person.types('#email', 'maya@studio.se')
    },
    sends: () => person.presses('.btn.main'),
  }
}
