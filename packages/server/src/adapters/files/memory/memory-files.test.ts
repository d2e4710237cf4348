import { describeFileStore } from '../../../testing/describe-file-store.js'
import { createMemoryFiles } from './memory-files.js'

describeFileStore('files in memory', { open: async () => createMemoryFiles() })
