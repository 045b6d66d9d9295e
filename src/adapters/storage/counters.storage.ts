import type { Counters } from '../../kernel/counters.ts'
import { type Round, roundOf } from './round.ts'

interface Wanted {
  readonly name: string
  readonly give: (value: number) => void
  readonly fail: (error: unknown) => void
}

/** The counter's row is locked until the transaction ends, so numbers are in the order of the commits. */
export function countersStorage(): Counters {
  const gathered = new WeakMap<Round, Wanted[]>()

  async function take(round: Round): Promise<void> {
    const wanted = gathered.get(round) ?? []
    gathered.delete(round)
    const byName = Map.groupBy(wanted, ({ name }) => name)
    for (const [name, some] of byName) {
      try {
        const [row] = await round.aside((client) =>
          client.$queryRawUnsafe<{ value: bigint }[]>(
            `INSERT INTO "Counter" ("name", "value") VALUES ($1, $2)
             ON CONFLICT ("name") DO UPDATE SET "value" = "Counter"."value" + $2 RETURNING "value"`,
            name,
            BigInt(some.length),
          ),
        )
        const first = Number(row?.value ?? 0n) - some.length + 1
        for (const [i, one] of some.entries()) one.give(first + i)
      } catch (error) {
        for (const one of some) one.fail(error)
      }
    }
  }

  return {
    next: (name, work) =>
      new Promise((give, fail) => {
        const round = roundOf(work)
        const wanted = gathered.get(round)
        if (wanted !== undefined) {
          wanted.push({ name, give, fail })
          return
        }
        gathered.set(round, [{ name, give, fail }])
        // A turn of the event loop, so that everybody of the round who wants a number is in one statement.
        setImmediate(() => void take(round))
      }),
  }
}
