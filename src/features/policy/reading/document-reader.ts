import type { DocumentSource } from './read-document.ts'

/** What a file holds, in the form in which it is read into passages. */
export type FileContents = Omit<DocumentSource, 'name'>

/** What a file turned out to be. */
export type ReadFile =
  | { readonly ok: true; readonly mediaType: string; readonly contents: FileContents }
  /** Why it cannot be read, in words for whoever handed it in. */
  | { readonly ok: false; readonly reason: string }

export interface ReadingHands {
  /** Aborted, the reading ends soon and throws. */
  readonly signal?: AbortSignal
  /** Pages that a machine reads from their picture take a second or more each. */
  onPage?(done: number, total: number): void
}

/**
 * Port: PDF, Word, HTML, workbooks and pictures of pages as text, tables and page numbers. What each is, is found from
 * its bytes. It keeps limits of its own on size, pages and time, and never throws for what is wrong with a file.
 */
export interface DocumentReader {
  read(file: { readonly name: string; readonly bytes: Uint8Array }, hands?: ReadingHands): Promise<ReadFile>
}
