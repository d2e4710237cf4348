/**
 * The words of tours and tips on the host's page, which come without the panel. Every language has a
 * file of them of its own.
 */
export const enTour = {
  'tour.step': 'Step {step} of {of}',
  'tour.back': 'Back',
  'tour.next': 'Next',
  'tour.done': 'Done',
  'tour.leave': 'Leave the tour',
  'tour.looking': 'This part of the page is on its way.',
  'tour.elsewhere': 'This step is on another page. The tour goes on there.',
  'tour.go': 'Go there',
  'tour.missing': 'What this step points at isn’t on the page now.',
  'tour.read': 'Read how',
  'tour.passed': 'Step {step} was passed: what it points at isn’t on the page now.',
  'tip.name': 'Tip: {title}',
} as const
