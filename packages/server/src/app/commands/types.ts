import { contentKinds } from '@waypost/sdk/contract'
import { createContentReader } from '../../adapters/content/content-folder.js'
import { createRichTextReader } from '../../adapters/markdown/create-rich-text-reader.js'
import type { ContentDraft } from '../../domain/education/content.js'
import { CliError } from '../cli-error.js'
import type { Command } from './command.js'

export const types: Command = {
  usage: 'types [<content folder>]',
  summary: "print the ids of a folder's courses, checklists, tours and tips as TypeScript types",
  async run({ words, config, out }) {
    const folder = words[0] ?? (await config()).content
    if (!folder) throw new CliError('Say which folder: waypost types <content folder>')
    const { education } = await createContentReader({ folder, richText: createRichTextReader() })()
    out.write(declarationOf(education.drafts))
    return 0
  },
}

/** A declaration by which an SDK that is asked to start something knows what there is. */
export function declarationOf(drafts: readonly Pick<ContentDraft, 'kind' | 'contentId'>[]): string {
  const lines = contentKinds.map((kind) => {
    const ids = drafts.flatMap((one) => (one.kind === kind ? one.contentId : []))
    const names = [...new Set(ids)].sort().map((id) => `\n      | ${JSON.stringify(id)}`)
    return `    ${kind}:${names.join('') || ' never'}\n`
  })
  return `// Written by \`waypost types\` from the content folder: write it anew, do not edit it.
import '@waypost/sdk/contract'

declare module '@waypost/sdk/contract' {
  interface WaypostContent {
${lines.join('')}  }
}
`
}
