/** Every address of the portal, from the path under which customers see this server. */
export function createPortalPaths(publicUrl: string) {
  const { origin, pathname } = new URL(publicUrl)
  const base = pathname.replace(/\/+$/, '')
  const help = `${base}/help`
  const part = encodeURIComponent
  return {
    /** The part of the public address that comes before every path of ours; often empty. */
    base,
    root: help,
    llms: `${help}/llms.txt`,
    sitemap: `${help}/sitemap.xml`,
    file: (name: string) => `${help}/assets/${name}`,
    home: (locale: string) => `${help}/${locale}`,
    collection: (locale: string, id: string) => `${help}/${locale}/collections/${part(id)}`,
    article: (locale: string, slug: string) => `${help}/${locale}/articles/${part(slug)}`,
    markdown: (locale: string, slug: string) => `${help}/${locale}/articles/${part(slug)}.md`,
    vote: (locale: string, slug: string) => `${help}/${locale}/articles/${part(slug)}/vote`,
    feed: (locale: string) => `${help}/${locale}/feed.xml`,
    /** Results for some words, of all collections or of one; or the empty search page. */
    search(
      locale: string,
      words = '',
      of: { page?: number; collection?: string | undefined } = {},
    ) {
      const { page = 1, collection } = of
      const query = new URLSearchParams({
        ...(words !== '' && { q: words }),
        ...(collection !== undefined && { collection }),
        ...(page > 1 && { page: String(page) }),
      })
      return `${help}/${locale}/search${query.size > 0 ? `?${query}` : ''}`
    },
    learn: (locale: string) => `${help}/${locale}/learn`,
    course: (locale: string, id: string) => `${help}/${locale}/courses/${part(id)}`,
    /** A lesson by its id, which begins with that of its course. */
    lesson(locale: string, courseId: string, id: string) {
      return `${this.course(locale, courseId)}/${part(id.slice(courseId.length + 1))}`
    },
    /** Where one of the team says who they are. */
    team: (locale: string) => `${help}/${locale}/team`,
    /** The form to ask us; what somebody searched for comes along as its subject. */
    contact(locale: string, words = '') {
      const query = words === '' ? '' : `?${new URLSearchParams({ subject: words })}`
      return `${help}/${locale}/contact${query}`
    },
    /** What this browser asked; the list has no secret in its own address. */
    requests: (locale: string) => `${help}/${locale}/requests`,
    /** Opens one request for whoever has it. */
    request: (locale: string, token: string) => `${help}/${locale}/requests/${part(token)}`,
    /** Where somebody proves that a mail address is theirs. */
    signIn: (locale: string) => `${help}/${locale}/sign-in`,
    signOut: (locale: string) => `${help}/${locale}/sign-out`,
    /** What the links of mails lead to. */
    mailed: (locale: string, token: string) => `${help}/${locale}/mail/${part(token)}`,
    /** Opens a file of a request, for whoever has its link. */
    requestFile: (locale: string, token: string, id: string) =>
      `${help}/${locale}/requests/${part(token)}/files/${part(id)}`,
    /** A path of ours as the whole address that customers use. */
    absolute: (path: string) => origin + path,
    /** A path as authors write it, such as `/content/a.png`, from where customers see us. */
    own: (path: string) => base + path,
  }
}

export type PortalPaths = ReturnType<typeof createPortalPaths>
