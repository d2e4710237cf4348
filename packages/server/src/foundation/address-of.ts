/**
 * An e-mail address as it is compared, and as it is written to. Before the @ only the letters A to Z
 * are made small: to fold others would make one mailbox of two (U+212A is a K to Unicode), and
 * whoever has the one would then have proved the other. Behind it everything is folded that mail
 * systems fold (UTS 46): `ｇmail.com` is gmail.com to them, and would be a new address for each of
 * its letters to whoever counts.
 */
export function addressOf(email: string): string {
  const at = email.lastIndexOf('@') + 1
  const mailbox = email.slice(0, at).replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return mailbox + email.slice(at).normalize('NFKC').toLowerCase()
}
