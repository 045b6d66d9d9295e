export type Stripped = {
  /** Without metadata; the very bytes handed in where there was none, or where `isWhole` is false. */
  readonly bytes: Uint8Array
  /** False: the file is damaged so that metadata cannot be told from picture, and nothing was removed. */
  readonly isWhole: boolean
  /**
   * How the camera was held (EXIF 1–8, 1 is upright). Pixels are left alone, so whoever shows the picture
   * turns it by this; it is the one thing kept, beside the bytes and not in them.
   */
  readonly orientation?: number
}

/** The result of one format's reading: `undefined` where the bytes are not what they begin as. */
export type Strip = (bytes: Uint8Array) => Omit<Stripped, 'isWhole'> | undefined
