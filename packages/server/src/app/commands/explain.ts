import { explainRule, type Facts, type RuleExplanation } from '@waypost/sdk/education'
import { createContentReader } from '../../adapters/content/content-folder.js'
import { createRichTextReader } from '../../adapters/markdown/create-rich-text-reader.js'
import type { Actor } from '../../domain/actor.js'
import type { ContentDraft } from '../../domain/education/content.js'
import { canReadAudience } from '../../domain/policy.js'
import { CliError } from '../cli-error.js'
import { factsOf } from '../facts-of.js'
import type { Command } from './command.js'

export const explain: Command = {
  usage: 'explain <content> [--for <facts>]',
  summary: 'say why a course, checklist, tour or tip shows to somebody, or does not',
  options: { for: { type: 'string' } },
  async run({ words, flags, config: readConfig, out }) {
    const [id] = words
    const { content: folder } = await readConfig()
    if (!id || !folder) throw new CliError(`Say: waypost ${this.usage} --content <content folder>`)
    const facts = factsOf(String(flags.for ?? ''))
    const { education } = await createContentReader({ folder, richText: createRichTextReader() })()
    const draft = education.drafts.find(({ contentId }) => contentId === id)
    if (!draft)
      throw new CliError(`${folder} holds no content "${id}", or it is in error: see check.`)
    const { text, holds } = explained(draft, facts)
    out.write(text)
    return holds === false ? 1 : 0
  },
}

/** Why somebody sees a content, line by line. */
export function explained(
  { kind, contentId, audience, status, when }: ContentDraft,
  facts: Facts,
): { text: string; holds: boolean | undefined } {
  const parts: readonly RuleExplanation[] = [
    whole(`status is ${status}`, status === 'published', 'readers see what is published alone'),
    whole(`audience is ${audience}`, canReadAudience(readerOf(facts), audience), whoIs(facts)),
    ...(when ? [explainRule(when, facts)] : []),
  ]
  const holds = parts.some((part) => part.holds === false)
    ? false
    : parts.every((part) => part.holds) || undefined
  const verdict = { true: 'is for them', false: 'is not for them', undefined: 'may be for them' }
  const head = `${kind} ${contentId} ${verdict[`${holds}`]}\n`
  return { text: head + parts.map((part) => drawn(part, 1)).join(''), holds }
}

function whole(condition: string, holds: boolean, because: string): RuleExplanation {
  return { condition, holds, because: holds ? '' : because, parts: [] }
}

function drawn({ condition, holds, because, parts }: RuleExplanation, depth: number): string {
  const mark = { true: 'yes ', false: 'no  ', undefined: 'open' }[`${holds}`]
  const why = because === '' ? '' : `: ${because}`
  const line = `${'  '.repeat(depth)}${mark}  ${condition}${why}\n`
  return line + parts.map((part) => drawn(part, depth + 1)).join('')
}

function readerOf({ signedIn = false, segments = [], site = '' }: Facts): Actor {
  return {
    ...{ kind: 'session', site, sessionId: '', customerId: null, signed: signedIn, segments },
    ...{ group: null, groupAccess: 'none' },
  }
}

function whoIs({ signedIn, segments = [] }: Facts): string {
  if (!signedIn) return 'nobody says who it is'
  return segments.length > 0 ? `a customer of ${segments.join(', ')}` : 'a customer of no segment'
}
