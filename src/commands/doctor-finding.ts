/** What one look of the doctor found. */
export interface Finding {
  readonly check: string
  readonly ok: 'ok' | 'warn' | 'fail'
  /** What is, and where it is not well, what to do. */
  readonly message: string
}
