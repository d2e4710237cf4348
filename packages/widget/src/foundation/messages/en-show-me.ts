/** The word of an article that a tour shows on the page. */
export const enShowMe = {
  'article.show': 'Show me',
} as const
