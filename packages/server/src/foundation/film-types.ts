/** Films that lessons may hold, and what is read or heard with them, by file ending. */
export const filmTypes: Readonly<Record<string, string>> = {
  '.m4v': 'video/mp4',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt; charset=utf-8',
}
