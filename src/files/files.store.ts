import type { Work } from '../kernel/work.ts'
import type { StoredFile } from './file.ts'

export type FileWithBytes = StoredFile & { readonly bytes: Uint8Array }

/** Port: files in the database, so that every process and a backup has them. */
export interface FilesStore {
  /** Keeps the file under its digest. Bytes that are already there are not stored again; the first name stays. */
  put(bytes: Uint8Array, file: StoredFile, work: Work): Promise<StoredFile>
  find(sha256: string, work: Work): Promise<FileWithBytes | undefined>
}
