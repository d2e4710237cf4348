import type { PictureSize } from '../../foundation/picture-size.js'

/** The port on whoever keeps pictures: the size of one by its address, where it is known. */
export type PictureSizeOf = (src: string) => Promise<PictureSize | undefined>
