import { createLogger } from '../../foundation/logger.js'
import { openStorage } from '../open-storage.js'
import { writeLines } from '../write-lines.js'
import type { Command } from './command.js'

export const migrate: Command = {
  usage: 'migrate',
  summary: 'bring the database, or the data folder, to this version, as the next start would',
  async run({ config: readConfig, out, err }) {
    const config = await readConfig()
    const log = createLogger({ write: writeLines(err), now: () => new Date() })
    const storage = await openStorage(config, log)
    await storage.close()
    out.write(`${config.database ? 'The database' : config.data} is ready for this version.\n`)
    return 0
  },
}
