/** The list in the margin says where in the article one is. */
const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
  document.querySelectorAll('.toc-col .toc a')
)
const places = [...links].map((link) => ({
  link,
  heading: document.getElementById(decodeURIComponent(link.hash.slice(1))),
}))

if (places.length > 0) {
  const mark = () => {
    const passed = places.filter(({ heading }) => {
      const top = heading?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY
      return top < innerHeight / 3
    })
    const here = passed.at(-1)?.link
    for (const { link } of places) {
      if (link === here) link.setAttribute('aria-current', 'location')
      else link.removeAttribute('aria-current')
    }
  }
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -66% 0px' })
  for (const { heading } of places) if (heading) observer.observe(heading)
}
