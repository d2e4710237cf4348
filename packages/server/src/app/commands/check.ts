import { contentKinds } from '@waypost/sdk/contract'
import { createContentReader } from '../../adapters/content/content-folder.js'
import { createRichTextReader } from '../../adapters/markdown/create-rich-text-reader.js'
import type { ContentDraft } from '../../domain/education/content.js'
import { CliError } from '../cli-error.js'
import type { Command } from './command.js'

export const check: Command = {
  usage: 'check [<content folder>]',
  summary: 'read a content folder and say what is wrong, by file and line',
  async run({ words, config, out }) {
    const folder = words[0] ?? (await config()).content
    if (!folder) throw new CliError('Say which folder: waypost check <content folder>')
    const readFolder = createContentReader({ folder, richText: createRichTextReader() })
    const { articles, collections, education, problems } = await readFolder()
    for (const { file, line, severity, message } of problems) {
      out.write(`${file}${line === undefined ? '' : `:${line}`}  ${severity}  ${message}\n`)
    }
    const errors = problems.filter(({ severity }) => severity === 'error').length
    const warnings = problems.length - errors
    const read = [
      `${count(articles.length, 'article')} in ${count(collections.length, 'collection')}`,
      ...taught(education.drafts),
    ].join(', ')
    out.write(`${read}: ${count(errors, 'error')}, ${count(warnings, 'warning')}\n`)
    return problems.length > 0 ? 1 : 0
  },
}

/** How many there are of each kind, in however many languages. */
function taught(drafts: readonly ContentDraft[]): readonly string[] {
  return contentKinds.flatMap((kind) => {
    const ids = new Set(drafts.flatMap((one) => (one.kind === kind ? one.contentId : [])))
    return ids.size === 0 ? [] : [count(ids.size, kind)]
  })
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
