/** The words of an article’s page. */
export const enArticle = {
  'panel.loading': 'Loading',
  'article.updated': 'Updated {date}',
  'article.contents': 'On this page',
  'article.next': 'Read next',
  'article.vote': 'Did this help?',
  'article.yes': 'Yes',
  'article.no': 'No',
  'article.unsent': 'Your answer didn’t arrive.',
  'article.kept': 'This is from when you were last online.',
  'article.language': 'This article isn’t in your language yet. You’re reading it in {language}.',
} as const
