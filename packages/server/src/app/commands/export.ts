import { writeContentFolder } from '../../adapters/content/write-content.js'
import type { Article, Collection } from '../../domain/knowledge/article.js'
import { allOf } from '../../foundation/all-of.js'
import { CliError } from '../cli-error.js'
import { openOperator } from '../operator.js'
import type { Command } from './command.js'

export const exportContent: Command = {
  usage: 'export <folder>',
  summary: 'write every article as a content folder that import reads again',
  async run({ words, config, env, out }) {
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
      const rules = await operator.call('exportRules', {})
      await writeContentFolder(folder, articles, collections, rules)
      out.write(`${articles.length} articles in ${collections.length} collections: ${folder}\n`)
      return 0
    } finally {
      await operator.close()
    }
  },
}
