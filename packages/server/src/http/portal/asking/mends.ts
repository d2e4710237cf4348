import type { FieldCode, FieldError } from '@waypost/sdk/contract'
import { sayAttachments, sayRefused } from '../attaching/say-refused.js'
import { refusedOf } from '../attaching/take-files.js'
import type { Visit } from '../page.js'
import { nameOf } from './answers.js'
import type { AskWords } from './ask-words.js'
import { askFields, faultsOf } from './check-words.js'
import { sayAnswerFault } from './say-answer-fault.js'
import { sayFault } from './say-fault.js'

/** One thing before a form can be sent: where it is, what to do, and what is wrong there. */
export interface Mend {
  /** The name of the control; its id is that after a `_`. */
  readonly at: string
  readonly fix: string
  readonly why: string
}

/** All that a person can mend of what the server found, in the order of the form. */
export function mendsOf(visit: Visit, words: AskWords, errors: readonly FieldError[]): Mend[] {
  const { words: say, form } = visit
  const faults = faultsOf(errors, words)
  const own = askFields.flatMap((field): Mend[] => {
    const fault = faults[field]
    if (!fault) return []
    const why = sayFault(say, { field, fault, email: words.email })
    return [{ at: field, fix: say.t(`ask.fix.${field}`), why }]
  })
  const refused = refusedOf(visit)
  const leftOut = (at: string) =>
    sayRefused(
      visit,
      refused.filter((one) => one.at === at),
    )
  const whyFiles = leftOut('files') ?? sayAttachments(visit, errors)
  const isBefore = ({ at }: Mend) => at === 'subject' || at === 'message'
  return [
    ...own.filter(isBefore),
    ...form.fields.flatMap((field): Mend[] => {
      const at = nameOf(field)
      const { label } = field
      const left = leftOut(at)
      if (left) return [{ at, fix: say.t('answer.fix.wrong', { label }), why: left }]
      const code = codeAt(errors, at)
      if (!code) return []
      const fix = say.t(code === 'required' ? 'answer.fix.missing' : 'answer.fix.wrong', { label })
      return [{ at, fix, why: sayAnswerFault(say, field, code) }]
    }),
    ...(whyFiles
      ? [
          {
            at: 'files',
            fix: say.t('answer.fix.wrong', { label: say.t('upload.label') }),
            why: whyFiles,
          },
        ]
      : []),
    ...own.filter((mend) => !isBefore(mend)),
    ...(codeAt(errors, 'consent')
      ? [{ at: 'consent', fix: say.t('answer.fix.consent'), why: say.t('answer.why.consent') }]
      : []),
  ]
}

/** The first thing that is wrong at a place or in a part of it, as with one choice of several. */
function codeAt(errors: readonly FieldError[], at: string): FieldCode | undefined {
  return errors.find(({ path }) => path === at || path.startsWith(`${at}.`))?.code
}
