import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createViewer, readEvents } from '../../../support/event-stream.ts'
import { openScriptedHouse, type ScriptedHouse } from '../../../support/web-chat-page.ts'

const operation = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('letter' as const),
      chat: fc.constantFrom('private', 'pottery-group'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('line' as const), as: fc.constantFrom('bai', 'mi') }),
  },
  // A connection that breaks after so many events, which may be in the middle of catching up.
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('watch' as const), events: fc.nat({ max: 6 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
)

let count = 0

it('after any breaks and restarts the page has everything once and in its order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 25 }), async (operations) => {
      const house = await openScriptedHouse()
      try {
        const viewer = createViewer()
        const expected: Record<string, string[]> = { private: [], 'pottery-group': [] }
        for (const one of operations) {
          if (one.kind === 'letter') {
            const to = one.chat === 'private' ? house.privateChat('bai') : house.groupChat(one.chat)
            expected[one.chat]?.push(await house.say({ to, text: '话' }))
          } else if (one.kind === 'line') expected['pottery-group']?.push(await speak(house, one.as))
          else if (one.kind === 'watch') await watch(house, viewer, one.events)
          else await house.restart()
        }
        await watch(house, viewer, Number.POSITIVE_INFINITY)
        expect(viewer.seen('private')).toEqual(expected.private)
        expect(viewer.seen('pottery-group')).toEqual(expected['pottery-group'])
        expect(viewer.doubled()).toBe(0)
      } finally {
        await house.stop()
      }
    }),
    { numRuns: 40 },
  )
})

it('what happens while a page watches reaches it at once, and is not said again when it comes back', async () => {
  const house = await openScriptedHouse()
  try {
    const viewer = createViewer()
    const live = await openStream(house, undefined)
    const events = readEvents(live.body as ReadableStream<Uint8Array>)
    const sent: string[] = []
    for (let event = await events.next(); !event.done; event = await events.next()) {
      viewer.take(event.value)
      if (sent.length === 30) break
      sent.push(await house.say({ to: house.privateChat('bai'), text: String(sent.length) }))
    }
    // The last one may still be on its way when the line breaks.
    await events.return(undefined)
    await watch(house, viewer, Number.POSITIVE_INFINITY)
    expect(viewer.seen('private')).toEqual(sent)
    expect(viewer.doubled()).toBe(0)
  } finally {
    await house.stop()
  }
})

async function speak(house: ScriptedHouse, as: string): Promise<string> {
  const body = JSON.stringify({ as, chat: 'pottery-group', id: `number-${++count}`, text: '好' })
  const headers = { origin: house.url }
  const answer = await fetch(`${house.url}/chat/api/messages`, { method: 'POST', headers, body })
  return ((await answer.json()) as { id: string }).id
}

const openStream = (house: ScriptedHouse, place: string | undefined) =>
  fetch(`${house.url}/chat/api/stream?as=bai`, {
    headers: place === undefined ? {} : { 'last-event-id': place },
  })

/** Reads at most so many events, or until up to date; then the line breaks. */
async function watch(
  house: ScriptedHouse,
  viewer: ReturnType<typeof createViewer>,
  most: number,
): Promise<void> {
  const answer = await openStream(house, viewer.place())
  let left = most
  for await (const event of readEvents(answer.body as ReadableStream<Uint8Array>)) {
    if (left-- <= 0) return
    viewer.take(event)
    if (event.name === 'ready') return
  }
}
