/** Tidemark as a process of its own, which can be killed: `node tidemark.mjs <folder> <port>`. */
import { startTidemark } from '../../../examples/tidemark/server/start-tidemark.js'

const [, , data, port] = process.argv
const { url } = await startTidemark({ data, port })
console.log(url)
