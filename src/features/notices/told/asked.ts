export interface ReceiptsAsked {
  /** Null: the newest that awaits answers. */
  readonly notice: number | null
  readonly of: 'standing' | 'missing' | 'acknowledged'
}
