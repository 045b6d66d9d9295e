import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What of a chat completions request the tests look at. */
export interface CompletionRequest {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly response_format?: { readonly type: string }
  readonly tools?: readonly { readonly function: { readonly name: string } }[]
  readonly temperature?: number
}

/** What of an embeddings request they look at. */
export interface EmbeddingsRequest {
  readonly model: string
  readonly input: readonly string[]
  readonly encoding_format?: string
}

/** How the server behaves towards one request. */
export type Behaviour =
  /** Answers with this content, in whatever form was asked for. */
  | { readonly kind: 'says'; readonly content: string }
  | { readonly kind: 'status'; readonly status: number }
  /** Takes the request and never answers. */
  | { readonly kind: 'silent' }
  /** Begins an answer and never ends it. */
  | { readonly kind: 'halfThenSilent' }
  /** Begins an answer and hangs up. */
  | { readonly kind: 'halfThenReset' }
  | { readonly kind: 'reset' }
  /** Streams events although nobody asked for a stream, and stops in the middle. */
  | { readonly kind: 'halfAStream' }
  /** Streams noise that is no event of any kind, and ends. */
  | { readonly kind: 'garbage' }
  /** An answer of this many bytes. */
  | { readonly kind: 'huge'; readonly bytes: number }
  /** No JSON at all, with status 200. */
  | { readonly kind: 'notJson' }

export const says = (content: unknown): Behaviour => ({
  kind: 'says',
  content: typeof content === 'string' ? content : JSON.stringify(content),
})

/** A server on loopback that speaks OpenAI's chat completions and misbehaves as it is told. */
export async function openOpenAiServer(first: Behaviour | ((request: CompletionRequest) => Behaviour)) {
  let behave = first
  let seen: CompletionRequest[] = []
  let givenUp = 0
  /** Undefined: it knows no embeddings. */
  let place: ((text: string) => readonly number[]) | undefined
  let embedded: EmbeddingsRequest[] = []
  const server = createServer((request, response) => {
    void answer(request, response)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Whoever hangs up before the end gave the question up.
    response.on('close', () => {
      if (!response.writableEnded) givenUp += 1
    })
    if (request.url?.endsWith('/embeddings')) {
      await embed(request, response)
      return
    }
    const asked = await bodyOf<CompletionRequest>(request)
    seen.push(asked)
    act(typeof behave === 'function' ? behave(asked) : behave, asked, response)
  }

  async function embed(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await bodyOf<EmbeddingsRequest>(request)
    embedded.push(asked)
    const data = asked.input.map((text, index) => ({ object: 'embedding', index, embedding: place?.(text) }))
    if (place === undefined) json(response, 404, { error: { message: 'no', type: 'test' } })
    else
      json(response, 200, {
        object: 'list',
        model: asked.model,
        data,
        usage: { prompt_tokens: 1, total_tokens: 1 },
      })
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/v1`,
    behaves(next: Behaviour | ((request: CompletionRequest) => Behaviour)): void {
      behave = next
      seen = []
    },
    /** Where it places a text from now on; undefined: it knows no embeddings any more. */
    embeds(next: ((text: string) => readonly number[]) | undefined): void {
      place = next
      embedded = []
    },
    /** Since that was last set. */
    embeddings: () => embedded as readonly EmbeddingsRequest[],
    /** Since the behaviour was last set. */
    requests: () => seen as readonly CompletionRequest[],
    /** Answers that the other side did not wait for. */
    givenUp: () => givenUp,
    async close(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export type OpenAiServer = Awaited<ReturnType<typeof openOpenAiServer>>

function act(behaviour: Behaviour, asked: CompletionRequest, response: ServerResponse): void {
  switch (behaviour.kind) {
    case 'silent':
      break
    case 'says':
      json(response, 200, completion(asked, behaviour.content))
      break
    case 'status':
      json(response, behaviour.status, { error: { message: 'no', type: 'test' } })
      break
    case 'notJson':
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<html>502 Bad Gateway</html>')
      break
    case 'reset':
      response.destroy()
      break
    case 'halfThenSilent':
    case 'halfThenReset': {
      const whole = JSON.stringify(completion(asked, '{"intent":"appeal","confidence":0.9}'))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': whole.length })
      response.write(whole.slice(0, whole.length / 2), () => {
        if (behaviour.kind === 'halfThenReset') response.destroy()
      })
      break
    }
    case 'halfAStream': {
      const choices = [{ index: 0, delta: { content: '{"intent":' } }]
      const chunk = { id: 'c', object: 'chat.completion.chunk', choices }
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(`data: ${JSON.stringify(chunk)}\n\n`, () => response.end())
      break
    }
    case 'garbage':
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.end(Buffer.from('data: \u0000{{]}\n\n:::\ndata: 补贴三百万元 [DONE\n'.repeat(200)))
      break
    case 'huge':
      response.writeHead(200, { 'content-type': 'application/json' })
      pour(response, behaviour.bytes)
  }
}

/** As the protocol has it: in a tool call when tools were offered and the content is an object. */
function completion(asked: CompletionRequest, content: string) {
  const tool = asked.tools?.[0]?.function.name
  const call = { id: 'call-1', type: 'function', function: { name: tool, arguments: content } }
  const message =
    tool !== undefined && content.startsWith('{')
      ? { role: 'assistant', content: null, tool_calls: [call] }
      : { role: 'assistant', content }
  return {
    id: 'chatcmpl-test',
    object: 'chat.completion',
    created: 0,
    model: asked.model,
    choices: [{ index: 0, message, finish_reason: tool === undefined ? 'stop' : 'tool_calls' }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  }
}

/** A piece at a time, as fast as it is taken, until it is enough or nobody listens any more. */
function pour(response: ServerResponse, bytes: number): void {
  const piece = `${' '.repeat(64 * 1024 - 1)}\n`
  let left = bytes
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= piece.length
      if (!response.write(piece)) {
        response.once('drain', more)
        return
      }
    }
    response.end('{}')
  }
  more()
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function bodyOf<Body>(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}
