import { boxes } from './hosts/boxes.js'
import { builtIns } from './hosts/built-ins.js'
import { documents } from './hosts/documents.js'
import { layers } from './hosts/layers.js'
import { manners } from './hosts/manners.js'
import { names } from './hosts/names.js'
import { policies } from './hosts/policies.js'
import { styles } from './hosts/styles.js'

/** Every hostile host. */
export const hosts = [
  ...policies,
  ...documents,
  ...styles,
  ...boxes,
  ...layers,
  ...builtIns,
  ...names,
  ...manners,
]
