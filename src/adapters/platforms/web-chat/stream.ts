import type { Entry } from './entry.ts'
import type { Numbered, Room } from './room.ts'
import type { Rooms } from './rooms.ts'
import { streamPlaces } from './stream-place.ts'

export interface StreamWish {
  /** The persona's id. */
  readonly viewer: string
  /** Keys of the chats that this viewer is in, by the names that the page knows them by. */
  readonly chats: ReadonlyMap<string, string>
  /** The last place the page has seen, from `Last-Event-ID` or the address. */
  readonly after: string | undefined
}

/** A page this far behind is cut off; it comes back by itself and is told what it missed. In bytes. */
const MOST_UNREAD = 2_000_000

export interface Streams {
  open(wish: StreamWish): Promise<Response>
  endAll(): void
}

/**
 * Server-sent events for one viewer: all their chats in one stream, because a browser holds only six
 * connections to one server. Events:
 *   `snapshot` {chat, entries, more}: all that is to be shown of this chat; replaces what was there.
 *   `entry` {chat, entry}, with an id: one thing more.
 *   `ready`, with an id: the page is up to date.
 *   `beat`: nothing happened, and the line is alive.
 */
export function openStreams(rooms: Rooms, run: string, beatMs = 15_000): Streams {
  const open = new Set<{ write(text: string): void; end(): void }>()
  const beat = setInterval(() => {
    for (const stream of open) stream.write('event: beat\ndata:\n\n')
  }, beatMs)
  beat.unref()

  async function openOne({ viewer, chats, after }: StreamWish): Promise<Response> {
    const keys = [...chats.values()]
    const places = streamPlaces(run, viewer, keys)
    const seen = places.read(after)
    const entered = await rooms.enter(keys)
    let leave = () => {}

    const body = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          const encoder = new TextEncoder()
          let allowed = Number.POSITIVE_INFINITY
          const stream = {
            write(text: string): void {
              if (!open.has(stream)) return
              controller.enqueue(encoder.encode(text))
              if (-(controller.desiredSize ?? 0) > allowed) stream.end()
            },
            end(): void {
              leave()
              controller.close()
            },
          }
          const show = (name: string, { number, entry }: Numbered) => {
            if (isFor(viewer, entry))
              stream.write(message('entry', { chat: name, entry }, places.write(number)))
          }
          // From here to the end nothing is awaited, so that nothing can happen between the past and the present.
          const deaf = [...chats].map(([name, key]) => {
            const room = entered.rooms.get(key) as Room
            return room.listen((numbered) => show(name, numbered))
          })
          leave = () => {
            open.delete(stream)
            entered.leave()
            for (const stop of deaf) stop()
          }
          open.add(stream)
          catchUp()
          stream.write(message('ready', {}, places.write(rooms.newest())))
          allowed = MOST_UNREAD - (controller.desiredSize ?? 0)

          function catchUp(): void {
            const all = [...chats].map(([name, key]) => ({ name, room: entered.rooms.get(key) as Room }))
            if (seen === undefined || all.some(({ room }) => seen < room.knownFrom())) {
              // Without ids: a page that is cut off in the middle is told everything again.
              for (const { name, room } of all) stream.write(snapshot(name, room, viewer))
              return
            }
            // Over all chats in the order it happened: then any of the ids is a true place.
            const missed = all.flatMap(({ name, room }) =>
              room.entries().flatMap((numbered) => (numbered.number > seen ? [{ name, numbered }] : [])),
            )
            missed.sort((a, b) => a.numbered.number - b.numbered.number)
            for (const { name, numbered } of missed) show(name, numbered)
          }
        },
        cancel: () => leave(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
    )
    return new Response(body, {
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
    })
  }

  return {
    open: openOne,
    endAll() {
      clearInterval(beat)
      for (const stream of [...open]) stream.end()
    },
  }
}

/** Which button somebody pressed in a group is between them and us. */
const isFor = (viewer: string, entry: Entry) => entry.kind !== 'choice' || entry.from.id === viewer

function snapshot(name: string, room: Room, viewer: string): string {
  const entries = room.entries().flatMap(({ entry }) => (isFor(viewer, entry) ? [entry] : []))
  return message('snapshot', { chat: name, entries, more: room.more() })
}

function message(event: string, data: unknown, id?: string): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
