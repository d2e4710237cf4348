import type { Form } from '@waypost/sdk/contract'
import { html, nothing, type TemplateResult } from 'lit'
import type { PanelContext } from '../../../foundation/panel-context.js'
import type { UploadsChangedEvent } from '../uploads/uploads.js'
import type { WaypostUploads } from '../uploads/waypost-uploads.js'

export interface FilesParts {
  name: string
  label: string
  why: string | undefined
  ids: readonly string[]
  limits: NonNullable<Form['attachments']>
  change: (ids: readonly string[]) => void
}

export interface UploadsDeps {
  panel: () => PanelContext
  /** The places for files that there are by now: those of another kind of letter have gone. */
  places: () => readonly string[]
  isSending: () => boolean
  /** What draws them has come. */
  came: () => void
}

/** The files that go along: what takes them is fetched where a site takes some. */
export function createUploads({ panel, places, isSending, came }: UploadsDeps) {
  /** Places with files on their way, and what takes them there. */
  const busy = new Map<string, WaypostUploads>()
  const elements = new Set<WaypostUploads>()
  const wakes: (() => void)[] = []
  let asked = ''
  let learned = ''

  async function fetchElement(): Promise<void> {
    const { translator } = panel()
    try {
      const { learnUploads } = await import('../uploads/uploads.js')
      await learnUploads(translator)
      learned = translator.locale
      came()
    } catch {
      // Asked for again with the next look at the form.
      asked = ''
    }
  }

  /** Not those of a place that has gone from the form, be there another of its name by now. */
  const underWay = () =>
    [...busy].filter(
      ([name, element]) => element.getRootNode() instanceof ShadowRoot && places().includes(name),
    )
  const isStuck = () => underWay().every(([, { waits }]) => waits)

  function changed(name: string, { isBusy, target }: UploadsChangedEvent): void {
    const element = target as WaypostUploads
    elements.add(element)
    if (isBusy) busy.set(name, element)
    else busy.delete(name)
    for (const wake of wakes.splice(0)) wake()
  }

  return {
    /** Empty until the words of the element are there, in the language of the panel. */
    get label(): string {
      const { locale, t } = panel().translator
      return learned === locale ? t('upload.label') : ''
    },

    render({ name, label, why, ids, limits, change }: FilesParts): TemplateResult | typeof nothing {
      const { locale } = panel().translator
      if (asked !== locale) {
        asked = locale
        void fetchElement()
      }
      if (!customElements.get('waypost-uploads')) return nothing
      return html`<waypost-uploads
        id=${name}
        .panel=${panel()}
        .ids=${ids}
        .limits=${limits}
        label=${label}
        fault=${why ?? ''}
        ?disabled=${isSending()}
        @waypost-uploads-changed=${(event: UploadsChangedEvent) => {
          change(event.ids)
          changed(name, event)
        }}
      ></waypost-uploads>`
    },

    /** Whatever the server has no more goes up again. */
    recheck(): void {
      for (const element of elements) element.recheck()
    },

    isBusy: () => underWay().length > 0,

    /** Waits for what is on its way; false where that cannot go on for now. */
    async settled(): Promise<boolean> {
      while (underWay().length > 0) {
        if (!navigator.onLine || isStuck()) return false
        await new Promise<void>((wake) => {
          wakes.push(wake)
          addEventListener('offline', () => wake(), { once: true })
        })
      }
      return true
    },
  }
}
