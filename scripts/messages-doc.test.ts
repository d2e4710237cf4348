import { expect, it } from 'vitest'
import { messagesDoc } from './messages-doc.js'

// After a change of words: npx vitest run scripts/messages-doc.test.ts -u
it('writes down every message of the panel in docs/messages.md', async () => {
  await expect(messagesDoc()).toMatchFileSnapshot('../docs/messages.md')
})
