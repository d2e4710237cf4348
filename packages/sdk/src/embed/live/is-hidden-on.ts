/** Whether one of the paths of `hideOn` is that of this page; `*` stands for anything. */
export function isHiddenOn(hideOn: string | undefined, path: string = location.pathname): boolean {
  const paths = String(hideOn ?? '').split(/[\s,]+/)
  return paths.some((wanted) => {
    if (!wanted) return false
    const parts = wanted.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${parts.join('.*')}/?$`).test(path)
  })
}
