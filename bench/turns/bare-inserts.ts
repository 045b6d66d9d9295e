import type { Database } from '../../src/adapters/storage/client.ts'

/** Single-row inserts a second through Prisma, so many at a time, into the table that every turn begins with. */
export async function bareInserts(database: Database, ways: number, seconds: number): Promise<number> {
  let count = 0
  const began = performance.now()
  const end = began + seconds * 1000
  await Promise.all(
    Array.from({ length: ways }, async (_, way) => {
      while (performance.now() < end) {
        const id = `bare-${way}-${began}-${count++}`
        const at = new Date()
        await database.arrival.create({
          data: {
            id,
            idempotencyKey: id,
            account: 'bare:bare',
            conversation: 'bare',
            chat: {},
            personId: 'bare',
            stability: 'permanent',
            messageId: id,
            at,
            content: { kind: 'message', text: '我们厂招不到普工', addressed: 'none' },
            state: 'done',
            readyAt: at,
          },
        })
      }
    }),
  )
  const rate = count / ((performance.now() - began) / 1000)
  await database.arrival.deleteMany({ where: { account: 'bare:bare' } })
  return rate
}
