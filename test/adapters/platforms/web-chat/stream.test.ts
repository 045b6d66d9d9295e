import { expect, it } from 'vitest'
import type { Entry } from '../../../../src/adapters/platforms/web-chat/entry.ts'
import { openRooms } from '../../../../src/adapters/platforms/web-chat/rooms.ts'
import { openStreams } from '../../../../src/adapters/platforms/web-chat/stream.ts'
import { createViewer, readEvents } from '../../../support/event-stream.ts'

const letter = (id: number, text = ''): Entry => ({ kind: 'letter', id: `out-${id}`, at: id, text })
const chats = new Map([['private', 'key']])
const wish = (after?: string) => ({ viewer: 'bai', chats, after })
const read = (answer: Response) => readEvents(answer.body as ReadableStream<Uint8Array>)

it('a page that does not read is cut off, comes back, and has missed nothing', async () => {
  const rooms = openRooms(async () => ({ entries: [], more: false }))
  const streams = openStreams(rooms, 'run')
  const viewer = createViewer()
  const answer = await streams.open(wish())
  for (let id = 0; id < 30; id++) rooms.publish('key', letter(id, 'x'.repeat(100_000)))
  for await (const event of read(answer)) viewer.take(event)
  const before = viewer.seen('private').length
  expect(before).toBeLessThan(30)

  const again = await streams.open(wish(viewer.place()))
  for await (const event of read(again)) {
    viewer.take(event)
    if (event.name === 'ready') break
  }
  streams.endAll()
  expect(viewer.seen('private')).toEqual(Array.from({ length: 30 }, (_, id) => `out-${id}`))
  expect(viewer.doubled()).toBe(0)
})

it('a page that was away for longer than the room remembers is shown the chat anew', async () => {
  const rooms = openRooms(async () => ({ entries: [letter(0)], more: false }))
  const streams = openStreams(rooms, 'run')
  const first = createViewer()
  for await (const event of read(await streams.open(wish()))) {
    first.take(event)
    if (event.name === 'ready') break
  }
  for (let id = 1; id <= 500; id++) rooms.publish('key', letter(id))
  const names: string[] = []
  for await (const event of read(await streams.open(wish(first.place())))) {
    names.push(event.name)
    first.take(event)
    if (event.name === 'ready') break
  }
  streams.endAll()
  expect(names).toEqual(['snapshot', 'ready'])
  expect(first.seen('private')).toHaveLength(400)
  expect(first.seen('private').at(-1)).toBe('out-500')
})

it('a letter that is in the history already when it is sent shows once', async () => {
  let tell = () => {}
  const loaded = new Promise<void>((resolve) => {
    tell = resolve
  })
  const rooms = openRooms(async () => {
    await loaded
    return { entries: [letter(1)], more: false }
  })
  const streams = openStreams(rooms, 'run')
  const opening = streams.open(wish())
  rooms.publish('key', letter(1))
  rooms.publish('key', letter(2))
  tell()
  const viewer = createViewer()
  for await (const event of read(await opening)) {
    viewer.take(event)
    if (event.name === 'ready') break
  }
  streams.endAll()
  expect(viewer.seen('private')).toEqual(['out-1', 'out-2'])
  expect(viewer.doubled()).toBe(0)
})

it('a room whose past could not be read is read again for the next one who comes', async () => {
  let tries = 0
  const rooms = openRooms(async () => {
    if (++tries === 1) throw new Error('away')
    return { entries: [letter(1)], more: false }
  })
  await expect(rooms.enter(['key'])).rejects.toThrow('away')
  const entered = await rooms.enter(['key'])
  expect(entered.rooms.get('key')?.has('out-1')).toBe(true)
  entered.leave()
})
