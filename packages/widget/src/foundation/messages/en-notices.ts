/** The words of what tells of an answer outside of the page. */
export const enNotices = {
  'notices.offer': 'Tell me when you answer',
  'notices.on': 'This browser tells you when we answer.',
  'notices.off': 'Turn off',
  'notices.refused':
    'Your browser doesn’t let this site tell you. You can allow notifications in its settings.',
} as const
