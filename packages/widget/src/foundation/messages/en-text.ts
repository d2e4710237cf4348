/** The words in formatted text. */
export const enText = {
  'text.note': 'Note',
  'text.tip': 'Tip',
  'text.important': 'Important',
  'text.warning': 'Warning',
  'text.caution': 'Caution',
  'text.table': 'Table',
  'text.task-done': 'Done',
  'text.task-open': 'Not done',
  'text.video': 'Video: {title}',
} as const
