import { writeContentFolder } from '../../adapters/content/write-content.js'
import type { Manuscript } from '../../domain/education/manuscript.js'
import type { Article, Collection } from '../../domain/knowledge/article.js'
import { allOf } from '../../foundation/all-of.js'
import { CliError } from '../cli-error.js'
import { openOperator } from '../operator.js'
import type { Command } from './command.js'

export const exportContent: Command = {
  usage: 'export <folder>',
  summary: 'write every article, course, checklist, tour and tip as a content folder',
  async run({ words, config, env, out, err }) {
    const [folder] = words
    if (!folder) throw new CliError(`Say: waypost ${this.usage}`)
    const operator = await openOperator(await config(), env)
    try {
      const articles = await allOf<Article>(
        async (after) =>
          (await operator.call('exportContent', { kind: 'articles', after })) as never,
      )
      const collections = await allOf<Collection>(
        async (after) =>
          (await operator.call('exportContent', { kind: 'collections', after })) as never,
      )
      const manuscripts = await allOf<Manuscript>(
        async (after) =>
          (await operator.call('exportContent', { kind: 'manuscripts', after })) as never,
      )
      const rules = await operator.call('exportRules', {})
      const { removed, left } = await writeContentFolder(
        folder,
        articles,
        collections,
        rules,
        manuscripts,
      )
      const taught = `${manuscripts.length} courses, checklists, tours and tips`
      const held = `${articles.length} articles in ${collections.length} collections`
      out.write(`${manuscripts.length > 0 ? `${held}, ${taught}` : held}: ${folder}\n`)
      if (removed.length > 0) out.write(`${removed.length} files of an export before removed\n`)
      for (const file of left) err.write(`${file}: warning: ${LEFT}\n`)
      return 0
    } finally {
      await operator.close()
    }
  },
}

const LEFT =
  'No export wrote this file as it is, so it stays; what it holds is gone, or stands in another file now.'
