import { expect } from 'vitest'
import type { Chat } from '../../src/kernel/chat.ts'
import { readEvents } from './event-stream.ts'
import { openScriptedHouse } from './web-chat-page.ts'
import type { Wire } from './wires.ts'

export async function webChatWire(): Promise<Wire> {
  const house = await openScriptedHouse()
  let at = 0
  const post = async (message: object, file?: Uint8Array) => {
    const body = file === undefined ? JSON.stringify(message) : new FormData()
    if (body instanceof FormData) {
      body.set('message', JSON.stringify(message))
      body.append('file', new Blob([Uint8Array.from(file ?? [])], { type: 'image/png' }), 'in.png')
    }
    const type: Record<string, string> = file === undefined ? { 'content-type': 'application/json' } : {}
    const answer = await fetch(`${house.url}/chat/api/messages`, {
      method: 'POST',
      headers: { origin: house.url, ...type },
      body,
    })
    expect(answer.status).toBe(200)
    await answer.body?.cancel()
  }
  const nameOf = (chat: Chat) => (chat.kind === 'private' ? 'private' : chat.chatId)
  return {
    platform: house.webChat,
    home: { platform: 'web-chat', account: 'web', kind: 'private', chatId: 'bai' },
    room: house.groupChat('pottery-group'),
    arrivals: house.arrivals,
    say: (to, text, { id = `message-${++at}`, replyTo, file } = {}) =>
      post({ as: 'bai', chat: nameOf(to), id, text, ...(replyTo === undefined ? {} : { replyTo }) }, file),
    chooseSecond: (letter) =>
      post({
        as: 'bai',
        chat: nameOf(letter.to),
        id: `message-${++at}`,
        choice: letter.choices?.[1]?.id,
        prompt: letter.id,
      }),
    async seen() {
      const answer = await fetch(`${house.url}/chat/api/stream?as=bai`)
      const all: string[] = []
      for await (const event of readEvents(answer.body as ReadableStream<Uint8Array>)) {
        all.push(JSON.stringify(event))
        if (event.name === 'ready') break
      }
      return all.join('\n').replaceAll('\\"', '"')
    },
    breaks: undefined,
    close: () => house.stop(),
  }
}
