import type { addressingByName } from '../addressing.ts'
import type { rememberAlbums } from './albums.ts'
import type { OpenFile } from './enclosures.ts'

export interface DecodeParts {
  readonly account: string
  readonly byName: ReturnType<typeof addressingByName>
  readonly albums: ReturnType<typeof rememberAlbums>
  readonly open: OpenFile
  readonly now: () => Date
}
