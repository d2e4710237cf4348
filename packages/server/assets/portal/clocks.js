const WEEK = 6 * 86_400_000

/** Times are written in UTC or in the team's zone; here they become those of who reads. */
for (const time of document.querySelectorAll('time[data-clock]')) {
  const { dateTime, dataset } = /** @type {HTMLTimeElement} */ (time)
  const at = new Date(dateTime)
  // What is to come is told by its day of the week, as people do.
  const isSoon = dataset.clock === 'soon' && at.getTime() - Date.now() < WEEK
  const isToday = at.toDateString() === new Date().toDateString()
  const isThisYear = at.getFullYear() === new Date().getFullYear()
  const { lang } = document.documentElement
  // As the server writes them: English without a country puts the day first.
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    ...(!isToday && (isSoon ? { weekday: 'long' } : { day: 'numeric', month: 'long' })),
    ...(!isThisYear && !isSoon && { year: 'numeric' }),
    ...{ hour: '2-digit', minute: '2-digit' },
  })
  time.textContent = format.format(at)
}
