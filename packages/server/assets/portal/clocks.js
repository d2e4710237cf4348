/** Times are written in UTC; here they become those of who reads. */
for (const time of document.querySelectorAll('time[data-clock]')) {
  const at = new Date(/** @type {HTMLTimeElement} */ (time).dateTime)
  const isToday = at.toDateString() === new Date().toDateString()
  const isThisYear = at.getFullYear() === new Date().getFullYear()
  const { lang } = document.documentElement
  // As the server writes them: English without a country puts the day first.
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    ...(!isToday && { day: 'numeric', month: 'long' }),
    ...(!isThisYear && { year: 'numeric' }),
    ...{ hour: '2-digit', minute: '2-digit' },
  })
  time.textContent = format.format(at)
}
