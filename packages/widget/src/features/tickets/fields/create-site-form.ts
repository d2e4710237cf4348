import {
  askedFields,
  checkAnswers,
  type FieldAnswer,
  type FieldCode,
  type FormField,
  type NewTicket,
  type OrderCard,
  type TicketPrefill,
} from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import { timeLocale } from '../../../foundation/when.js'
import { type FormFaults, type FormName, isOwn, type SiteField } from '../check-form.js'
import type { FormSide } from '../form-side.js'
import type { FormWords } from '../form-words.js'
import { createFiles } from './create-files.js'
import { createOrders } from './create-orders.js'
import { renderConsent } from './render-consent.js'
import { renderOrderField } from './render-order-field.js'
import { renderSiteField } from './render-site-field.js'
import { sayFault } from './say-fault.js'
import type * as Hours from './say-hours.js'
import { answersOf, fieldsToSend, prefilledFields } from './site-answers.js'
import type { SiteFieldParts } from './site-field-parts.js'

export type SiteForm = ReturnType<typeof createSiteForm>

/** What the form asks beyond a letter, by the site's settings and what the host has put in. */
export function createSiteForm(
  form: FormSide,
  panel: () => PanelContext,
  hours: () => typeof Hours | undefined,
) {
  const settings = () => panel().settings?.form
  const fields = (): readonly FormField[] => settings()?.fields ?? []
  const given = (): TicketPrefill => form.given ?? {}
  const answers = () => answersOf(fields(), form.words.fields, given(), readersLocale())
  /** Not that of our words, which may be English for want of theirs: `1.250` is no thousandth to them. */
  function readersLocale(): string {
    const usual = timeLocale(panel())
    try {
      return Intl.NumberFormat.supportedLocalesOf(panel().locale)[0] ?? usual
    } catch {
      return usual
    }
  }
  const asked = () => askedFields(fields(), form.kind, answers())

  /** Those that the person sees. */
  const shown = () => asked().filter(({ id }) => !Object.hasOwn(given().hidden ?? {}, id))

  const orders = createOrders({
    panel,
    isKnown: () => Boolean(form.requester),
    changed: () => form.redraw(),
  })

  const hasOrderField = () => shown().some(({ type }) => type === 'order')

  /** An order to pick, where the site has no field for it. */
  const asksOrder = () => {
    const isAbout = form.kind === 'order' && orders.canFind()
    return !hasOrderField() && (isAbout || Boolean(given().order))
  }

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
    if (name === 'order') return panel().translator.t('answer.why.not-option')
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

  function renderField(field: FormField) {
    const one = parts(field)
    if (field.type === 'file' && !one.isLocked) return files.renderField(one)
    return field.type === 'order' ? renderOrder(one) : renderSiteField(one, panel())
  }

  /** At the site's own field for it, if there is one. */
  function renderOrder(asked?: SiteFieldParts) {
    const isLocked = given().readonly?.includes('order') ?? false
    function pick(order: OrderCard | undefined): void {
      const { fields } = form.words
      const answers = asked && { fields: { ...fields, [asked.field.id]: order?.id ?? '' } }
      form.change({ order, ...answers })
      if (order) form.recheck(asked?.name ?? 'order')
    }
    const { order } = form.words
    return renderOrderField({ orders, order, pick, asked, isLocked, why: why('order') }, panel())
  }

  const files = createFiles({
    form,
    panel,
    fields: () => shown().filter(({ type }) => type === 'file'),
    parts,
  })

  return {
    /** What the server found, at what the person sees of it. */
    refused(faults: FormFaults): FormFaults {
      files.refused(faults)
      const field = shown().find(({ type }) => type === 'order')
      const { order, ...others } = faults
      return order && field ? { ...others, [nameOf(field.id)]: order } : faults
    },

    /** What is on its way has arrived; false where it cannot for now. */
    settled: files.settled,
    /** Files are still on their way, or wait. */
    isBusy: files.isBusy,
    /** The words without what became of files, which nobody has written. */
    written: files.written,

    /** By when a reply can be expected, where the site says when the team is there. */
    sayReply: () => hours()?.sayReply(panel()),

    renderHours: () => hours()?.renderHours(panel()),

    /** The letter itself need not say on which number somebody wants to be called. */
    asksPhone: () => form.kind === 'callback' && shown().some(({ type }) => type === 'phone'),

    /** With what the host has put in, where the person has said nothing. */
    prefilled(words: FormWords, prefill: TicketPrefill = {}, earlier: TicketPrefill = {}) {
      const { fields: filled, order } = prefill
      const isFree = !words.order || words.order.id === earlier.order?.id
      return {
        ...words,
        ...(filled && { fields: prefilledFields(words.fields, filled, earlier.fields) }),
        ...(order && isFree && { order }),
      }
    },

    /** All that is asked, in the order in which it stands. */
    names(): FormName[] {
      const names = shown().map(({ id }) => nameOf(id))
      return ['subject', 'message', 'order', ...names, 'attachmentIds', 'email', 'name', 'consent']
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
      if (isOwn(name) || name === 'consent') return t('answer.fix.consent')
      const others = name === 'order' ? t('form.order') : files.label
      const label = fieldOf(name)?.label ?? others
      return t(`answer.fix.${form.faults[name] === 'required' ? 'missing' : 'wrong'}`, { label })
    },

    /** What goes along with the letter. */
    ticket(): Partial<NewTicket> {
      const sent = fieldsToSend(fields(), form.kind, answers(), given())
      const { order } = form.words
      const attachmentIds = files.toSend()
      return {
        ...(sent && { fields: sent }),
        ...(attachmentIds.length > 0 && { attachmentIds }),
        ...(order && (hasOrderField() || asksOrder()) && { order }),
        ...(settings()?.consent && form.words.consent && { consent: true }),
      }
    },

    renderFields() {
      return html`${asksOrder() ? renderOrder() : nothing} ${shown().map(renderField)}
      ${files.renderOthers()}`
    },

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
