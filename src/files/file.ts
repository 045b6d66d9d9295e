/** What the house keeps of an attachment or document: its bytes are stored once, under their digest. */
export interface StoredFile {
  /** 64 lower-case hex digits; the file's identity. */
  readonly sha256: string
  /** Found from the bytes, never from the name or from what the sender claimed. */
  readonly mediaType: string
  /** In bytes, after metadata was removed. */
  readonly size: number
  /** For people only: safe to show and to save under. The same bytes may have come under other names too. */
  readonly name: string
}
