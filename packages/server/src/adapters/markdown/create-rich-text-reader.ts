import { richTextLimits } from '@waypost/sdk/contract'
import type { RichTextReader } from '../../domain/rich-text.js'
import { createParser } from './parser.js'
import { readPlainText } from './plain-text.js'
import { readBlocks } from './read-blocks.js'
import { startReading } from './reading.js'
import { nestTokens } from './token-tree.js'
import { refuse } from './tree-budget.js'

/** Reads Markdown and plain text into the contract's tree, with markdown-it. */
export function createRichTextReader(): RichTextReader {
  const parser = createParser()
  return {
    fromMarkdown(markdown, options = {}) {
      const field = options.field ?? 'message'
      if (Buffer.byteLength(markdown) > richTextLimits.article) refuse(field, 'too_long')
      const reading = startReading(options, parser.utils.unescapeAll)
      try {
        const body = readBlocks(reading, nestTokens(parser.parse(markdown, {})), 1)
        const { references, images, refused } = reading
        return { body, references, images, refused }
      } catch (error) {
        // The parser itself can run out of stack on images within images within images.
        if (error instanceof RangeError) refuse(field, 'too_complex', error)
        throw error
      }
    },
    fromPlainText(text, { field = 'message' } = {}) {
      if (text.length > richTextLimits.message) refuse(field, 'too_long')
      return readPlainText(parser, text, field)
    },
  }
}
