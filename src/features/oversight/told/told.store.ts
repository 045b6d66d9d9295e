import type { Work } from '../../../kernel/work.ts'

/**
 * Something that the house tells of its own accord. `digest`: one row a leader, which waits for their next morning and
 * keeps what the last one held. `alert`: one row an appeal, told once. `circular`: one row a month.
 */
export interface Told {
  /** digest:wang, alert:2026-0312:critical, circular:2026-10 */
  readonly id: string
  readonly version: number
  readonly kind: 'digest' | 'alert' | 'circular'
  /** Roster code; null where it is for several or for the office. */
  readonly person: string | null
  /** An appeal's number, a month. */
  readonly subject: string | null
  readonly dueAt: Date
  /** Null while it waits. */
  readonly toldAt: Date | null
  readonly content: unknown
}

/** How somebody wants the morning digest. */
export interface DigestWish {
  readonly person: string
  readonly version: number
  /** HH:MM; null: the house's own hour. */
  readonly hour: string | null
  readonly offAt: Date | null
}

/** An appeal as far as it has to be known whom it concerns. Of a sealed one the company is null. */
export interface Concerning {
  readonly number: string
  readonly company: string | null
  readonly chamber: string | null
  readonly leader: string | null
  readonly isCritical: boolean
  readonly isOpen: boolean
}

/** Port. `find…`, `add` and `save` are gathered with those of other conversations; the others are a statement each. */
export interface ToldStore {
  find(id: string, work: Work): Promise<Told | undefined>
  /** Version 1; fails as `storage-conflict` where somebody was faster. */
  add(told: Told, work: Work): void
  /** `version` one ahead of what was read. */
  save(told: Told, work: Work): void
  /** Ids of what waits and is due, the earliest first; no other process takes them before this transaction ends. */
  takeDue(kind: Told['kind'], now: Date, limit: number, work: Work): Promise<readonly string[]>
  /** When `takeDue` gives something of these kinds next: one indexed statement. */
  nextDueAt(kinds: readonly Told['kind'][], work: Work): Promise<Date | undefined>
  /** Whom rows of this kind are for, waiting or told. */
  listPeople(kind: Told['kind'], work: Work): Promise<readonly string[]>
  findWish(person: string, work: Work): Promise<DigestWish | undefined>
  addWish(wish: DigestWish, work: Work): void
  saveWish(wish: DigestWish, work: Work): void
  findAppeal(number: string, work: Work): Promise<Concerning | undefined>
  /**
   * Appeals that came back within these days (both included) because their asker or the office said that they are not
   * solved, whoever may see them: what is told of them passes `MeasuresStore.entries`.
   */
  listReopened(from: string, to: string, work: Work): Promise<readonly string[]>
}
