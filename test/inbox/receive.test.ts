import { expect, test } from 'vitest'
import type { Attachment, Incoming } from '../../src/inbox/arrival.ts'
import { DEFAULT_BURST } from '../../src/inbox/burst.ts'
import type { InboxStore, NewArrival } from '../../src/inbox/inbox.store.ts'
import { openDoorstep } from '../../src/inbox/receive.ts'
import { manualClock } from '../../src/kernel/clock.ts'
import { gate } from '../support/scripted-platform.ts'
import { NOON, privateOf } from '../support/stores.ts'

class Away extends Error {}

function openScriptedDoorstep(
  keep: (arrivals: readonly NewArrival[]) => Promise<void>,
  keepFile?: (attachment: Attachment) => Promise<never>,
) {
  const kept: NewArrival[] = []
  const store = {
    async keep(arrivals: readonly NewArrival[]) {
      await keep(arrivals)
      const fresh = arrivals.filter(
        ({ idempotencyKey }) => !kept.some((one) => one.idempotencyKey === idempotencyKey),
      )
      kept.push(...fresh)
      return new Set(fresh.map(({ id }) => id))
    },
  } as unknown as InboxStore
  const told: NewArrival[] = []
  const doorstep = openDoorstep({
    store,
    clock: manualClock(NOON),
    burst: DEFAULT_BURST,
    keepFile: keepFile ?? (async () => ({ refused: '太大' })),
    isListening: () => false,
    onStored: (arrivals) => void told.push(...arrivals),
    isPassing: (error) => error instanceof Away,
  })
  return { doorstep, kept, told }
}

const incoming = (id: string, more: Partial<Incoming> = {}): Incoming => ({
  idempotencyKey: id,
  messageId: id,
  chat: privateOf('u'),
  from: { id: 'u', stability: 'permanent' },
  at: NOON,
  content: { kind: 'message', text: id, addressed: 'private' },
  ...more,
})

test('the platform is told "got it" only when it is stored', async () => {
  const { passed, open } = gate()
  const { doorstep, told } = openScriptedDoorstep(() => passed)
  let answered = false
  const receiving = doorstep.receive(incoming('m-1')).then(() => {
    answered = true
  })
  await Promise.resolve()
  expect(answered).toBe(false)
  open()
  await receiving
  expect(told.map(({ messageId }) => messageId)).toEqual(['m-1'])
  expect(await doorstep.receive(incoming('m-1'))).toBe('seen')
  expect(told).toHaveLength(1)
})

test('what comes while the store is busy is stored together, in the order it came', async () => {
  const { passed, open } = gate()
  const batches: number[] = []
  const { doorstep, kept } = openScriptedDoorstep(async (arrivals) => {
    batches.push(arrivals.length)
    await passed
  })
  const all = Array.from({ length: 50 }, (_, i) => doorstep.receive(incoming(`m-${i}`)))
  open()
  await Promise.all(all)
  expect(batches.length).toBeLessThan(4)
  expect(kept.map(({ messageId }) => messageId)).toEqual(Array.from({ length: 50 }, (_, i) => `m-${i}`))
})

test('a database that is away is waited for, and nothing is told to the platform meanwhile', async () => {
  let tries = 0
  const { doorstep, kept } = openScriptedDoorstep(async () => {
    if (++tries < 3) throw new Away()
  })
  expect(await doorstep.receive(incoming('m-1'))).toBe('stored')
  expect([tries, kept.length]).toEqual([3, 1])
})

test('one that cannot be stored keeps nobody else out', async () => {
  const { doorstep, kept } = openScriptedDoorstep(async (arrivals) => {
    if (arrivals.some(({ messageId }) => messageId === 'm-3')) throw new TypeError('no')
  })
  const ends = await Promise.allSettled(
    Array.from({ length: 6 }, (_, i) => doorstep.receive(incoming(`m-${i}`))),
  )
  expect(ends.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ])
  expect(kept).toHaveLength(5)
})

test('an enclosure that cannot be had is named, and the message is kept all the same', async () => {
  const { doorstep, kept } = openScriptedDoorstep(
    async () => undefined,
    async () => {
      throw new Error('ENOENT: /secret/path')
    },
  )
  const attachments: Attachment[] = [{ name: '照片.jpg', kind: 'image', open: async () => new Uint8Array() }]
  await doorstep.receive(incoming('m-1', { attachments }))
  expect(kept[0]?.content).toMatchObject({ text: 'm-1', files: [], unread: ['照片.jpg：打不开'] })
})

test('an enclosure is not lost because the database is away just now', async () => {
  let tries = 0
  const keepFile = async () => {
    if (++tries === 1) throw new Away()
    return { sha256: 'ab', name: 'a.jpg', kind: 'image' } as never
  }
  const { doorstep, kept } = openScriptedDoorstep(async () => undefined, keepFile)
  await doorstep.receive(
    incoming('m-1', { attachments: [{ name: 'a.jpg', kind: 'image', open: async () => new Uint8Array() }] }),
  )
  expect(kept[0]?.content).toMatchObject({ files: [{ name: 'a.jpg' }] })
})
