/** In CSS pixels, as a browser draws it when nothing says otherwise. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** The port on whoever keeps pictures: the size of one by its address, where it is known. */
export type PictureSizeOf = (src: string) => Promise<PictureSize | undefined>
