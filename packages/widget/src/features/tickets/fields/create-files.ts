import type { FormField } from '@waypost/sdk/contract'
import { html, nothing } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import type { FormFaults } from '../check-form.js'
import type { FormSide } from '../form-side.js'
import type { FormWords } from '../form-words.js'
import { createUploads, type FilesParts } from './create-uploads.js'
import { renderWhy } from './render-why.js'
import type { SiteFieldParts } from './site-field-parts.js'

export interface FilesDeps {
  form: FormSide
  panel: () => PanelContext
  /** Those that files answer, as far as the person sees them. */
  fields: () => readonly FormField[]
  parts: (field: FormField) => SiteFieldParts
}

const NONE: readonly string[] = []

/** The files that become the ticket's: answers to fields, or files of no field in particular. */
export function createFiles({ form, panel, fields, parts }: FilesDeps) {
  const uploads = createUploads({
    panel,
    places: () =>
      fields().length > 0 ? fields().map((field) => parts(field).name) : ['attachmentIds'],
    isSending: () => form.sending,
    came: () => form.redraw(),
  })
  const limitsOfSite = () => panel().settings?.form.attachments
  const idsOf = ({ answer }: SiteFieldParts) =>
    Array.isArray(answer) ? (answer as readonly string[]) : NONE

  function draw(isRequired: boolean, help: string | null, files: FilesParts) {
    const { t } = panel().translator
    const drawn = uploads.render(files)
    if (drawn === nothing) return nothing
    const optional = isRequired ? nothing : html` <span class="quiet">${t('form.optional')}</span>`
    return html`<div class="field">
      <span class="label">${files.label}${optional}</span>
      ${help ? html`<p class="small quiet">${help}</p>` : nothing}
      ${renderWhy(files.name, files.why)} ${drawn}
    </div>`
  }

  return {
    /** What files of no field are called. */
    get label(): string {
      return uploads.label
    },

    renderField(asked: SiteFieldParts) {
      const { field, name, why, say, left } = asked
      const limits = limitsOfSite()
      if (!limits) return nothing
      return draw(field.required, field.help, {
        name,
        label: field.label,
        why,
        ids: idsOf(asked),
        limits: { ...limits, maxCount: Math.min(limits.maxCount, Number(field.max ?? 99)) },
        change: (ids) => {
          say(ids.length > 0 ? ids : undefined)
          left()
        },
      })
    },

    /** A place for what no field asks for. */
    renderOthers() {
      const limits = limitsOfSite()
      if (!limits || fields().length > 0) return nothing
      return draw(false, null, {
        name: 'attachmentIds',
        label: uploads.label,
        // Each file says what is wrong with it.
        why: undefined,
        ids: form.words.attachmentIds ?? NONE,
        limits,
        change: (attachmentIds) => {
          form.change({ attachmentIds })
          form.recheck('attachmentIds')
        },
      })
    },

    toSend(): string[] {
      const asked = fields()
      const others = asked.length > 0 ? NONE : (form.words.attachmentIds ?? NONE)
      return [...asked.flatMap((field) => idsOf(parts(field))), ...others]
    },

    /** What the server has no more goes up again, or says so. */
    refused(faults: FormFaults): void {
      const names = ['attachmentIds' as const, ...fields().map((field) => parts(field).name)]
      if (names.some((name) => faults[name])) uploads.recheck()
    },

    /** Without what became of files. */
    written({ attachmentIds, ...words }: FormWords): FormWords {
      const ids = fields().map(({ id }) => id)
      const others = Object.entries(words.fields ?? {}).filter(([id]) => !ids.includes(id))
      return { ...words, fields: Object.fromEntries(others) }
    },

    /** What is on its way has arrived; false where it cannot for now. */
    settled: () => uploads.settled(),

    isBusy: uploads.isBusy,
  }
}
