/** The words that the form shows at once; `en-writing.ts` has those of form and conversation alike. */
export const enForm = {
  'form.title': 'Ask us',
  'form.kind': 'What is it about?',
  'form.subject': 'In one line',
  'form.message': 'Your question',
  'form.message.callback-help': 'With country code. We use it for this call alone.',
  'form.name': 'Your name',
  'form.email': 'Your email',
  'form.email.help': 'So that we can reach you.',
  'form.optional': 'optional',
  'form.keeps': 'Your draft is kept as you write',
  'form.send': 'Send',
  'form.sending': 'Sending',
  'form.safe': 'This is safe to close',
  'form.restored': 'We kept what you wrote.',
  'form.interrupted': 'Sending was interrupted. Send again, it can’t go twice.',
  'form.start-over': 'Start over',
  'form.unsent': 'Not sent yet.',
  'form.unsent.no-network':
    'Every word is kept. Leave this open and it goes by itself when you’re back.',
  'form.unsent.unreachable': 'We could not be reached. Every word is kept, and it can’t go twice.',
  'form.again': 'Send again',
} as const
