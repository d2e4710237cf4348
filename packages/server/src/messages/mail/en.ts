/** What mails say. Nothing in them is in the words of who wrote to us: they could be about anybody. */
export const enMail = {
  'mail.opened.subject': 'We have your request {ref}',
  'mail.opened.title': 'We have your request',
  'mail.opened.text': 'Your reference is {ref}. A person reads it and replies.',
  'mail.opened.not-you':
    'You didn’t write to us? Then somebody gave this address by mistake, and you need do nothing.',
  'mail.open': 'Open your request',
  'mail.replied.subject': 'A reply to your request {ref}',
  'mail.replied.by': '{name} has replied',
  'mail.replied.team': 'We have replied',
  'mail.replied.text': 'There is a reply to your request {ref}.',
  'mail.replied.open': 'Read and reply',
  'mail.replied.about': 'Your request {ref}: {subject}',
  'mail.link.life': {
    one: 'The link works for {n} day. Whoever has it can read the request, so keep it to yourself.',
    other:
      'The link works for {n} days. Whoever has it can read the request, so keep it to yourself.',
  },
  'mail.code.subject': '{code} is your code',
  'mail.code.title': 'Your code to sign in',
  'mail.code.text': {
    one: 'Type it where you asked for it. It works for {n} minute.',
    other: 'Type it where you asked for it. It works for {n} minutes.',
  },
  'mail.code.link': 'Or sign in by link',
  'mail.code.not-you':
    'You didn’t ask for a code? Then you need do nothing. Give it to nobody, us included.',
  'mail.links.subject': 'The links to your requests',
  'mail.links.title': 'The links to your requests',
  'mail.links.text': 'You asked us for them. The newest comes first.',
  'mail.links.sent': 'Sent {date}',
  'mail.links.life': {
    one: 'The links work for {n} day. Whoever has one can read the request, so keep them to yourself.',
    other:
      'The links work for {n} days. Whoever has one can read the request, so keep them to yourself.',
  },
  'mail.in-product': 'Open our help where you asked, and choose Requests.',
  'mail.by-machine':
    'This mail comes from {site} and was sent by a machine. Replies to it reach nobody.',
} as const
