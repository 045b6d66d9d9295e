import { HouseError } from '../../kernel/errors.ts'
import type { Work } from '../../kernel/work.ts'
import { conflict } from './conflict.ts'
import { Prisma } from './generated/client.ts'
import { emptyShelf, type Shelf } from './shelf.ts'
import {
  type Client,
  insertOf,
  selectByKeys,
  type Table,
  updateOf,
  type Write,
  writeTogether,
} from './table.ts'

interface Versioned {
  readonly version?: number
}

/** One value that somebody waits for: `SELECT min("dueAt") FROM …`. */
interface Glance {
  readonly sql: Prisma.Sql
  give(value: unknown): void
  fail(error: unknown): void
}

/**
 * One transaction's gathered reads and writes. Rows asked for by key while a statement runs are fetched
 * together by the next; writes wait for the flush and are then made a table at a time. Reads see them.
 */
export class Round implements Work {
  readonly at: Date
  readonly #client: Client
  readonly #shelves = new Map<string, Shelf>()
  readonly #atEnd: ((client: Client) => Promise<void>)[] = []
  readonly #alongside: Write[] = []
  #last: Promise<unknown> = Promise.resolve()
  #gathering = false
  #glances: Glance[] = []

  constructor(client: Client, at: Date) {
    this.#client = client
    this.at = at
  }

  #shelf(table: Table<never>): Shelf {
    const there = this.#shelves.get(table.name)
    if (there !== undefined) return there
    const shelf = emptyShelf(table as unknown as Table<object>)
    this.#shelves.set(table.name, shelf)
    return shelf
  }

  /** One statement after another: a transaction has one connection. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const run = this.#last.then(act)
    this.#last = run.catch(() => undefined)
    return run
  }

  /** The row with this key, as this transaction sees it. */
  get<Row extends object>(table: Table<Row>, key: string): Promise<Row | undefined> {
    const shelf = this.#shelf(table as Table<never>)
    if (shelf.known.has(key)) return Promise.resolve(shelf.known.get(key) as Row | undefined)
    return new Promise((resolve, reject) => {
      const waiting = shelf.wanted.get(key) ?? []
      waiting.push({ give: (row) => resolve(row as Row | undefined), fail: reject })
      shelf.wanted.set(key, waiting)
      if (this.#gathering) return
      this.#gathering = true
      // After a full turn of the event loop every conversation of the round has said what it wants.
      setImmediate(() => {
        this.#gathering = false
        void this.#inTurn(() => this.#fetch())
      })
    })
  }

  async #fetch(): Promise<void> {
    for (const shelf of this.#shelves.values()) {
      if (shelf.wanted.size === 0) continue
      const wanted = new Map(shelf.wanted)
      shelf.wanted.clear()
      let rows: readonly object[]
      try {
        rows = await selectByKeys(this.#client, shelf.table, [...wanted.keys()])
      } catch (error) {
        for (const waiting of wanted.values()) for (const one of waiting) one.fail(error)
        continue
      }
      for (const row of rows) {
        const key = (row as Record<string, string>)[shelf.table.key] as string
        if (!shelf.known.has(key)) shelf.known.set(key, row)
      }
      for (const [key, waiting] of wanted) {
        if (!shelf.known.has(key)) shelf.known.set(key, undefined)
        for (const one of waiting) one.give(shelf.known.get(key))
      }
    }
  }

  /** A new row. With `once`, a row that is there already is left out at the flush. */
  add<Row extends object>(table: Table<Row>, row: Row): void {
    const shelf = this.#shelf(table as Table<never>)
    const key = String((row as Record<string, unknown>)[table.once ?? table.key])
    if (shelf.added.has(key)) {
      if (table.once === undefined)
        throw new HouseError('internal', `${table.name} ${key} was added twice in one round.`)
      return
    }
    shelf.added.set(key, row)
    shelf.known.set(String(row[table.key]), row)
  }

  /** A changed row. Of a versioned table it must be exactly one version ahead of what is known. */
  put<Row extends object>(table: Table<Row>, row: Row): void {
    const shelf = this.#shelf(table as Table<never>)
    const key = String(row[table.key])
    if (table.versioned) {
      const known = (shelf.known.get(key) as Versioned | undefined)?.version ?? 0
      if ((row as Versioned).version !== known + 1) throw conflict(table.name, key)
    }
    const addedAs = String((row as Record<string, unknown>)[table.once ?? table.key])
    shelf.known.set(key, row)
    if (shelf.added.has(addedAs)) shelf.added.set(addedAs, row)
    else if (table.versioned && (row as Versioned).version === 1) shelf.added.set(addedAs, row)
    else if (table.versioned && shelf.changed.has(key)) {
      // Changed twice in one round: the database still has the version before the first change.
      this.#twice(shelf, key, row as Versioned & object)
    } else shelf.changed.set(key, row)
  }

  #twice(shelf: Shelf, key: string, row: object): void {
    const before = shelf.changed.get(key) as { version: number }
    // Written as one step, so that the check against the stored version still holds.
    shelf.changed.set(key, { ...row, version: before.version })
    shelf.known.set(key, { ...row, version: before.version })
  }

  /** A statement of its own; everything gathered so far is written first, so that it is seen. */
  query<T>(act: (client: Client) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.#write()
      return act(this.#client)
    })
  }

  /**
   * One value, asked together with all that others want to know in the same moment: what the clock asks of every
   * feature, and mostly in vain, is one statement. `select` gives one column of one row; null where it gives none.
   */
  glance<T>(select: Prisma.Sql): Promise<T | null> {
    return new Promise((resolve, reject) => {
      this.#glances.push({ sql: select, give: (value) => resolve(value as T | null), fail: reject })
      if (this.#glances.length > 1) return
      // As with rows: after a full turn of the event loop everybody has said what they want.
      setImmediate(() => void this.#inTurn(() => this.#look()))
    })
  }

  /** Whether there is any row: `SELECT FROM "Task" WHERE …`. */
  async isAny(select: Prisma.Sql): Promise<boolean> {
    return (await this.glance<boolean>(Prisma.sql`SELECT EXISTS(${select})`)) === true
  }

  async #look(): Promise<void> {
    const glances = this.#glances
    this.#glances = []
    try {
      await this.#write()
      const columns = glances.map(({ sql }, n) => Prisma.sql`(${sql}) AS ${Prisma.raw(`v${n}`)}`)
      const [row] = await this.#client.$queryRaw<Record<string, unknown>[]>(
        Prisma.sql`SELECT ${Prisma.join(columns)}`,
      )
      for (const [n, { give }] of glances.entries()) give(row?.[`v${n}`] ?? null)
    } catch (error) {
      for (const { fail } of glances) fail(error)
    }
  }

  /** A statement that touches nothing gathered here (locks, counters). */
  aside<T>(act: (client: Client) => Promise<T>): Promise<T> {
    return this.#inTurn(() => act(this.#client))
  }

  /** Run once, before the last write: what others wait for while it is locked (the audit chain). */
  atEnd(act: (client: Client) => Promise<void>): void {
    this.#atEnd.push(act)
  }

  /** A write of another shape, made in the same statement as the last ones; no row of it may be put as well. */
  alongside(write: Write): void {
    this.#alongside.push(write)
  }

  async #write(last: readonly Write[] = []): Promise<void> {
    const writes: Write[] = []
    const settle: ((keys: readonly string[]) => void)[] = []
    for (const shelf of this.#shelves.values()) {
      const { table, added, changed } = shelf
      if (added.size > 0) {
        const rows = [...added.values()]
        added.clear()
        writes.push(insertOf(table, rows))
        settle.push((keys) => {
          for (const key of keys) shelf.fresh.add(key)
          if (table.versioned && keys.length !== rows.length) throw conflict(table.name)
        })
      }
      if (changed.size > 0) {
        const rows = [...changed.values()]
        changed.clear()
        writes.push(updateOf(table, rows))
        settle.push((keys) => {
          if (keys.length !== rows.length) throw conflict(table.name)
        })
      }
    }
    const keys = await writeTogether(this.#client, [...writes, ...last])
    for (const [n, check] of settle.entries()) check(keys[n] ?? [])
  }

  async flush(): Promise<void> {
    await this.#inTurn(async () => {
      for (const act of this.#atEnd) await act(this.#client)
      await this.#write(this.#alongside)
    })
  }

  /** The keys of rows added here that were new; known after they were written. */
  freshIn<Row extends object>(table: Table<Row>): ReadonlySet<string> {
    return this.#shelf(table as Table<never>).fresh
  }
}

/** Opens the handle that the inside of the house passes around. */
export function roundOf(work: Work): Round {
  if (work instanceof Round) return work
  throw new HouseError('internal', 'A store was given a transaction that storage did not open.')
}
