import type { Letter } from '../../domain/notifications/mailer.js'
import { encodedName, encodedText, header } from './header.js'
import { quotedPrintable } from './quoted-printable.js'

/** A mail as it goes over the wire (RFC 5322): as text, and as HTML for those who like it. */
export function drawMessage(letter: Letter, sender: string): string {
  const { id, to, from, subject, locale, text, html, at } = letter
  const boundary = `=_${id}`
  const lines = [
    header('Date', at.toUTCString().replace('GMT', '+0000')),
    header('From', `${encodedName(from)} <${sender}>`),
    header('To', `<${to}>`),
    header('Subject', encodedText(subject)),
    header('Message-ID', `<${id}@${sender.slice(sender.lastIndexOf('@') + 1)}>`),
    header('Content-Language', locale),
    // Away notices and the like answer no machine (RFC 3834), nor Exchange.
    header('Auto-Submitted', 'auto-generated'),
    header('X-Auto-Response-Suppress', 'All'),
    header('MIME-Version', '1.0'),
    header('Content-Type', `multipart/alternative; boundary="${boundary}"`),
    '',
    ...part(boundary, 'text/plain', text),
    ...part(boundary, 'text/html', html),
    `--${boundary}--`,
    '',
  ]
  return lines.join('\r\n')
}

function part(boundary: string, type: string, body: string): string[] {
  return [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(body),
  ]
}
