/**
 * An e-mail address as it is compared, and as it is written to. Only the letters A to Z are made
 * small: to fold others would make one mailbox of two (U+212A is a K to Unicode), and whoever has
 * the one would then have proved the other.
 */
export const addressOf = (email: string): string =>
  email.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
