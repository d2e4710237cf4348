import { waitUntil } from '@open-wc/testing'
import type { Form, FormField, Settings, TicketPrefill } from '@waypost/sdk/contract'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { visitor } from '../contact-visitor.test.kit.js'
import { settings, type supportServer } from '../support-server.test.kit.js'

/** A field that is asked of everybody, unless it says otherwise. */
export const asks = (field: Partial<FormField> & Pick<FormField, 'id' | 'type'>): FormField => ({
  label: field.id,
  help: null,
  kinds: null,
  required: false,
  options: null,
  when: null,
  min: null,
  max: null,
  ...field,
})

export const options = (...values: string[]) =>
  values.map((value) => ({ value, label: `The ${value}` }))

export type Site = Partial<Form> & { prefill?: TicketPrefill } & Omit<
    Partial<PanelContext>,
    'settings'
  > & {
    server?: ReturnType<typeof supportServer>
    hours?: Settings['hours']
    replyHours?: number | null
    dir?: string
  }

/** Somebody at the form of a site that asks these. */
export async function asker(fields: readonly FormField[], site: Site = {}) {
  const { kinds = settings.form.kinds, consent = null, privacyUrl = null, ...more } = site
  const { attachments = null, orders = false, hours = null, replyHours = 2, ...rest } = more
  const form = { kinds, fields: [...fields], consent, privacyUrl, attachments, orders }
  const person = await visitor({ settings: { ...settings, form, hours, replyHours }, ...rest })
  await waitUntil(() => person.one('#email') ?? rest.customer, 'all of the form', {
    timeout: 4000,
  })
  const named = (id: string) => `[id="fields.${id}"]`
  return {
    ...person,
    named,
    labels: () => person.text('.label').slice(1),
    answers: (id: string, words: string) => person.types(named(id), words),
    async picks(label: string) {
      const found = person.all('label').find((each) => each.textContent?.trim() === label)
      found?.querySelector('input')?.click()
      await person.view.updateComplete
    },
    async sent() {
      await person.writes()
      await person.sends()
      await person.sees('.arrived')
      return person.server.posts('/tickets').at(-1)?.body as Record<string, unknown> | undefined
    },
    async refused() {
      await person.writes()
      await person.sends()
      await waitUntil(() => !person.one('.btn[aria-busy]'))
      return person.text('.fixes a')
    },
  }
}
