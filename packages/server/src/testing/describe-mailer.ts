import { describe, expect, it } from 'vitest'
import type { Letter, Mailer } from '../domain/notifications/mailer.js'

/** A mailer, and how a test reads what it took: whole messages, as they go over the wire. */
export interface MailerUnderTest {
  open(): Promise<{
    mailer: Mailer
    messages(): Promise<readonly string[]>
    close(): Promise<void>
  }>
}

const letter: Letter = {
  id: 'mai_00000000000000000000000000',
  to: 'maya@example.com',
  from: 'Tidemark',
  subject: 'We have your request WP-1042',
  locale: 'en',
  text: 'Your reference is WP-1042.\n\n.\nFrom here on\n',
  html: '<!doctype html>\n<p title="a=b">Hello</p>\n',
  at: new Date('2026-11-22T09:00:00Z'),
}

/**
 * Every promise of the mailer port as tests: an adapter that passes them whole may be used in the
 * place of any other. Runs inside of Vitest.
 */
export function describeMailer(name: string, { open }: MailerUnderTest): void {
  describe(name, () => {
    const sent = async (more: Partial<Letter> = {}) => {
      const { mailer, messages, close } = await open()
      try {
        await mailer.send({ ...letter, ...more })
        const [message = ''] = await messages()
        return message
      } finally {
        await close()
      }
    }

    it('sends one message of lines that every server takes', async () => {
      const message = await sent({ subject: 'Надіслано', text: `${'ж'.repeat(400)}\n` })
      for (const line of message.split('\r\n')) {
        expect(line).toMatch(/^[\x20-\x7e\t]*$/)
        expect(line.length).toBeLessThanOrEqual(78)
      }
    })

    it('says who it is from and to, when, and that a machine has sent it', async () => {
      const message = await sent()
      expect(message).toMatch(/^From: Tidemark <[^@<>\s]+@[^@<>\s]+>\r$/m)
      expect(message).toMatch(/^To: <maya@example\.com>\r$/m)
      expect(message).toMatch(/^Date: Sun, 22 Nov 2026 09:00:00 \+0000\r$/m)
      expect(message).toMatch(/^Message-ID: <mai_0{26}@[^@>\s]+>\r$/m)
      expect(message).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    })

    it('carries the same words as text and as HTML', async () => {
      const message = await sent()
      expect(message).toContain('Content-Type: text/plain; charset=utf-8')
      expect(message).toContain('Your reference is WP-1042.')
      expect(message).toContain('Content-Type: text/html; charset=utf-8')
      expect(message).toContain('<p title=3D"a=3Db">Hello</p>')
      // A lone dot ends a message for some servers.
      expect(message).not.toMatch(/^\.\r$/m)
    })

    it('refuses what would begin a header of its own', async () => {
      for (const break_ of ['\r\n', '\n', '\r', '\u0000', '\u2028', '\u0085']) {
        const subject = `Hello${break_}Bcc: all@example.com`
        await expect(sent({ from: subject })).rejects.toThrow('control character')
        await expect(sent({ to: `maya@example.com${break_}` })).rejects.toThrow('control character')
      }
    })

    it('takes the same mail twice without a second one', async () => {
      const { mailer, messages, close } = await open()
      await mailer.send(letter)
      await mailer.send(letter)
      expect(await messages()).toHaveLength(1)
      await close()
    })
  })
}
