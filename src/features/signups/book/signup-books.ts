/** A list as a sheet. */
export interface SignupSheet {
  readonly title: string
  readonly subtitle: string
  readonly headings: readonly string[]
  /** Text stays text: nothing that is written ever becomes a formula. */
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Port: workbooks. */
export interface SignupBooks {
  /** @returns the workbook's bytes. */
  write(sheet: SignupSheet): Promise<Uint8Array>
}
