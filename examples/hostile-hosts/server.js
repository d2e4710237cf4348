/**
 * Every hostile host, with the widget of a server that runs already: `npm start` in the root of the
 * repository, then `node server.js`. Listens on `PORT` or 8790; `WAYPOST` is the other's address.
 */
import { createHostServer } from './host-server.js'

const { PORT = '8790', WAYPOST = 'http://127.0.0.1:8787' } = process.env

createHostServer({ waypost: WAYPOST }).listen(Number(PORT), '127.0.0.1', () => {
  process.stdout.write(`Hostile hosts: http://127.0.0.1:${PORT}\n`)
})
