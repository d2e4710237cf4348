import type { RichTextWords } from '../../foundation/rich-text-html-options.js'
import type { Translator } from '../../messages/translator.js'

/** The words that drawing adds to what an author wrote. */
export function richTextWords({ t }: Translator): RichTextWords {
  return {
    callouts: {
      note: t('text.note'),
      tip: t('text.tip'),
      important: t('text.important'),
      warning: t('text.warning'),
      caution: t('text.caution'),
    },
    table: t('text.table'),
    video: t('text.video'),
    done: t('text.done'),
    notDone: t('text.not-done'),
  }
}
