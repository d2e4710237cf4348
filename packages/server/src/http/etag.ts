/** `If-None-Match` holds a list, and proxies that compress make the tags weak. */
export function hasTag(asked: string | undefined, etag: string): boolean {
  return (asked ?? '').split(',').some((tag) => {
    const bare = tag.trim().replace(/^W\//, '')
    return bare === etag || bare === '*'
  })
}
