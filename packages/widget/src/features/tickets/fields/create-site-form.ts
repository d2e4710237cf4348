import {
  askedFields,
  checkAnswers,
  type FieldAnswer,
  type FieldCode,
  type FormField,
  type NewTicket,
  type TicketPrefill,
} from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { type FormFaults, type FormName, isOwn, type SiteField } from '../check-form.js'
import type { FormController } from '../form-controller.js'
import type { FormWords } from '../form-words.js'
import { renderConsent } from './render-consent.js'
import { renderSiteField } from './render-site-field.js'
import { sayFault } from './say-fault.js'
import { answersOf, fieldsToSend, prefilledFields } from './site-answers.js'

export type SiteForm = ReturnType<typeof createSiteForm>

/** What the form has of a field that it draws. */
export interface SiteFieldParts {
  field: FormField
  name: `fields.${string}`
  answer: FieldAnswer | undefined
  /** What is wrong with it, in words. */
  why: string | undefined
  isLocked: boolean
  say: (answer: FieldAnswer | undefined) => void
  left: () => void
}

/** What the form asks beyond a letter, by the site's settings and what the host has put in. */
export function createSiteForm(form: FormController, panel: () => PanelContext) {
  const settings = () => panel().settings?.form
  const fields = (): readonly FormField[] => settings()?.fields ?? []
  const given = (): TicketPrefill => form.given ?? {}
  const answers = () => answersOf(fields(), form.words.fields, given())
  const asked = () => askedFields(fields(), form.kind, answers())

  /** Those that the person sees. */
  const shown = () => asked().filter(({ id }) => !Object.hasOwn(given().hidden ?? {}, id))

  const nameOf = (id: string) => `fields.${id}` as const
  const fieldOf = (name: string) => fields().find(({ id }) => nameOf(id) === name)

  function say(id: string, answer: FieldAnswer | undefined): void {
    const { [id]: _, ...others } = form.words.fields ?? {}
    form.change({ fields: answer === undefined ? others : { ...others, [id]: answer } })
  }

  function why(name: SiteField): string | undefined {
    const code = form.faults[name]
    const field = fieldOf(name)
    if (!code) return undefined
    if (name === 'consent') return panel().translator.t('answer.why.consent')
    return field && sayFault(field, code, answers()[field.id], panel())
  }

  const parts = (field: FormField): SiteFieldParts => {
    const { id } = field
    const name = nameOf(id)
    const isLocked = given().readonly?.includes(id) ?? false
    return {
      field,
      name,
      isLocked,
      // As it was written: a number that is being written may be none yet.
      answer: isLocked ? given().fields?.[id] : form.words.fields?.[id],
      why: why(name),
      say: (answer) => say(id, answer),
      left: () => form.recheck(name),
    }
  }

  return {
    /** With what the host has put in, where the person has said nothing. */
    prefilled(words: FormWords, prefill: TicketPrefill = {}, earlier: TicketPrefill = {}) {
      const { fields: filled } = prefill
      if (!filled) return words
      return { ...words, fields: prefilledFields(words.fields, filled, earlier.fields) }
    },

    /** All that is asked, in the order in which it stands. */
    names(): FormName[] {
      const names = shown().map(({ id }) => nameOf(id))
      return ['subject', 'message', ...names, 'email', 'name', 'consent']
    },

    /** What is wrong with what is seen: nobody can mend the rest. */
    faults(): FormFaults {
      const wrong = checkAnswers(fields(), form.kind, answers())
      const faults: Partial<Record<SiteField, FieldCode>> = {}
      for (const { id } of shown()) if (wrong[id]) faults[nameOf(id)] = wrong[id]
      if (settings()?.consent && !form.words.consent) faults.consent = 'required'
      return faults
    },

    /** What to do about what is wrong there. */
    fix(name: FormName): string {
      const { t } = panel().translator
      const field = fieldOf(name)
      if (isOwn(name) || !field) return t('answer.fix.consent')
      const isMissing = form.faults[name] === 'required'
      return t(`answer.fix.${isMissing ? 'missing' : 'wrong'}`, { label: field.label })
    },

    /** What goes along with the letter. */
    ticket(): Partial<NewTicket> {
      const sent = fieldsToSend(fields(), form.kind, answers(), given())
      return {
        ...(sent && { fields: sent }),
        ...(settings()?.consent && form.words.consent && { consent: true }),
      }
    },

    renderFields: () => shown().map((field) => renderSiteField(parts(field), panel())),

    renderLast() {
      const { consent = null, privacyUrl = null } = settings() ?? {}
      if (!consent && !privacyUrl) return nothing
      return html`${renderConsent(
        {
          consent,
          privacyUrl,
          isGiven: form.words.consent ?? false,
          why: why('consent'),
          give: (isGiven) => {
            form.change({ consent: isGiven })
            form.recheck('consent')
          },
        },
        panel().translator,
      )}`
    },
  }
}
