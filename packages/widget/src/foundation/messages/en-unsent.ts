/** The words about what was sent and has not gone. */
export const enUnsent = {
  'unsent.title': { one: 'Not sent yet', other: '{n} not sent yet' },
  'unsent.waiting': 'Not sent yet',
  'unsent.sending': 'Sending',
  'unsent.failed': 'Could not be sent',
  'unsent.why.offline': 'It goes by itself when you’re back online.',
  'unsent.why.unreachable': 'We could not be reached. It goes by itself as soon as we can be.',
  'unsent.why.busy': 'Too much came at once. It goes by itself in a moment.',
  'unsent.why.busy-for': 'Too much came at once. It goes by itself in {wait}.',
  'unsent.why.fault': 'The fault is ours. It goes by itself as soon as that is mended.',
  'unsent.why.expired': 'Your session has ended. Sign in again, and it goes by itself.',
  'unsent.why.refused': 'We could not take this. Change it, then send it again.',
  'unsent.why.stopped': 'This page stopped it.',
  'unsent.why.full': 'Too much is waiting already. It is kept here.',
  'unsent.stay': 'Keep this page open until then.',
  'unsent.again': 'Send again',
} as const
