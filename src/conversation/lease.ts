/**
 * Which process speaks for an account. Held in real time, whatever the house's clock says: one process
 * opens an account, and whoever takes it over first gives up what the last one left half sent.
 */
export interface Leases {
  /** True when this process now holds the account. */
  take(account: string): Promise<boolean>
  holds(account: string): boolean
  /** Called when a lease was lost (the database went away) and taken again. */
  onRegained(listen: (account: string) => void): void
  release(account: string): Promise<void>
}
