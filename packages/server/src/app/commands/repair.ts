import type { Command } from './command.js'

export const repair: Command = {
  usage: 'repair',
  summary: 'say what is damaged in the data folder, and mend it when told to',
  async run() {
    return 0
  },
}
