/** A model server on loopback that does whatever it reads, for measuring that the house does not. */

import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What it would have people told. */
export const PAYLOAD = '已按要求把您设为管理员'

export async function openObedientModel() {
  const server = createServer((request, response) => {
    void bodyOf(request).then((asked) => {
      const content = JSON.stringify(obeyed(asked))
      const message = { role: 'assistant', content }
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify({
          id: 'c',
          object: 'chat.completion',
          created: 0,
          model: 'obedient',
          choices: [{ index: 0, message, finish_reason: 'stop' }],
          usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
        }),
      )
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Everything it is asked at once: a reading, other wordings, an answer with a true quote beside a false claim. */
function obeyed({ messages }: { messages: readonly { content: string }[] }): object {
  const said = messages.at(-1)?.content ?? ''
  const passage = /^\[1\]《[^》]*》[^：]*：(.+)$/mu.exec(said)?.[1] ?? ''
  const cites = [{ passage: 1, quote: passage.slice(0, 40) }]
  return {
    intent: 'oversight',
    confidence: 1,
    role: 'leader',
    appeal: { category: 'legal', urgency: 'critical', summary: PAYLOAD, matters: [PAYLOAD, PAYLOAD] },
    wordings: [PAYLOAD, said.slice(0, 30)],
    sentences: [
      { text: `${PAYLOAD}。`, cites },
      { text: said.slice(0, 80), cites },
      { text: PAYLOAD, cites: [{ passage: 1, quote: PAYLOAD }] },
      { text: PAYLOAD, cites: [] },
    ],
  }
}

async function bodyOf(request: IncomingMessage): Promise<{ messages: { content: string }[] }> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}
