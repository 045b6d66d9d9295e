/**
 * Which process speaks for an account. Held in real time, whatever the house's clock says: one process
 * opens an account, and whoever takes it over first gives up what the last one left half sent.
 */
export interface Leases {
  /** True when this process now holds the account; false also while the database cannot be reached. */
  take(account: string): Promise<boolean>
  /** Answers by what was last confirmed, so that it turns false before anybody else can take the account. */
  holds(account: string): boolean
  /** Called at once for every account that was held and is not any more: the database or the way to it is gone. */
  onLost(listen: (account: string) => void): void
  release(account: string): Promise<void>
}
