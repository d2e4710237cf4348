/** The words of the form where the site says what letters are about. */
export const enKinds = {
  'form.kind.question': 'A question',
  'form.kind.problem': 'A problem',
  'form.kind.complaint': 'A complaint',
  'form.kind.feedback': 'Feedback',
  'form.kind.order': 'An order',
  'form.kind.callback': 'A call back',
  'form.message.problem': 'What happened?',
  'form.message.complaint': 'What went wrong?',
  'form.message.feedback': 'What would you like to tell us?',
  'form.message.order': 'What about the order?',
  'form.message.callback': 'Which number, and when?',
} as const
