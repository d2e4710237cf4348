import { manners } from './hosts/manners.js'
import { policies } from './hosts/policies.js'
import { scripts } from './hosts/scripts.js'
import { styles } from './hosts/styles.js'

/** Every hostile host. */
export const hosts = [...policies, ...styles, ...scripts, ...manners]
