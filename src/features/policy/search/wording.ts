/** Another wording of a question, or of part of it, that is searched for beside its own words. */
export interface Wording {
  readonly text: string
  /** What a term of it counts for beside one of the question's own, from 0 to 1. */
  readonly weight: number
  /** What it stands for in the question (拖工钱); undefined for a rewriting of the whole. */
  readonly instead?: string
}
