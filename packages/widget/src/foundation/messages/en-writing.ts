/** The words of form and conversation alike. */
export const enWriting = {
  'form.kept': 'Draft kept',
} as const
