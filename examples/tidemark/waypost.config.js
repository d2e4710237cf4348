import { form } from './server/form.js'

const thisYear = new Date().getFullYear()
/** Those that fall on the same day each year. */
const redDays = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']

/**
 * The help desk of Tidemark. What only a start knows, secrets and the address of the orders, is added
 * by `server/start-tidemark.js`.
 *
 * @type {import('@waypost/server').ConfigInput}
 */
export default {
  sites: [
    {
      key: 'tidemark',
      name: 'Tidemark',
      origins: ['loopback'],
      defaultLocale: 'en',
      theme: { accent: '#0b7a75' },
      mode: 'self-service',
      kinds: ['question', 'problem', 'order', 'feedback', 'complaint', 'callback'],
      replyHours: 4,
      hours: {
        timeZone: 'Europe/Stockholm',
        week: {
          mon: '09:00-17:00',
          tue: '09:00-17:00',
          wed: '09:00-17:00',
          thu: '09:00-17:00',
          fri: '09:00-16:00',
        },
        holidays: [thisYear, thisYear + 1].flatMap((year) =>
          redDays.map((day) => `${year}-${day}`),
        ),
      },
      form,
    },
  ],
}
