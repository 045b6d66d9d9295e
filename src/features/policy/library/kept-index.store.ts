import type { Work } from '../../../kernel/work.ts'

/** One index that was kept: whose documents it holds, in which way it was written, and by whom (any name of their own). */
export interface KeptName {
  readonly generation: number
  readonly format: string
  readonly writer: string
}

/**
 * The index as some process built it, for those that start after it. Made from the documents and never needed. It is
 * found only once all its parts are there.
 */
export interface KeptIndexStore {
  /** The newest of this format, and of how many parts it is. */
  findNewest(format: string, work: Work): Promise<(KeptName & { readonly parts: number }) | undefined>
  /** Undefined where it was replaced meanwhile. `part` counts from 0. */
  findPart(name: KeptName, part: number, work: Work): Promise<Uint8Array | undefined>
  putPart(name: KeptName, part: number, bytes: Uint8Array, work: Work): Promise<void>
  /** From now on it is found, and what is not newer is gone. False where somebody else's took its place meanwhile. */
  publish(name: KeptName, parts: number, work: Work): Promise<boolean>
}
