const FILE = /\.(?:mp4|webm|mov)$/i

/** Pages that play one video, by host without `www.` or `m.`. */
const WATCH_PAGES: Readonly<Record<string, (url: URL) => boolean>> = {
  'youtube.com': (url) =>
    /^\/(?:shorts|live|embed)\/[\w-]+/.test(url.pathname) ||
    (url.pathname === '/watch' && url.searchParams.has('v')),
  'youtu.be': (url) => /^\/[\w-]+$/.test(url.pathname),
  'vimeo.com': (url) => /^\/\d+/.test(url.pathname),
  'player.vimeo.com': (url) => /^\/video\/\d+/.test(url.pathname),
}

/** True where the address is a video file on the web or under our own origin, or a watch page. */
export function isVideoTarget(href: string): boolean {
  if (!/^(?:https?:\/\/|\/)/i.test(href) || !URL.canParse(href, 'https://site.invalid'))
    return false
  const url = new URL(href, 'https://site.invalid')
  return (
    FILE.test(url.pathname) || WATCH_PAGES[url.hostname.replace(/^(?:www|m)\./, '')]?.(url) === true
  )
}
