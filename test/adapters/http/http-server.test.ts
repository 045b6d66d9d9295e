import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { type HttpServer, openHttpServer } from '../../../src/adapters/http/http-server.ts'

const open: HttpServer[] = []
const logged: unknown[] = []
const log = {
  warn: (...line: unknown[]) => void logged.push(line),
  error: (...line: unknown[]) => void logged.push(line),
}

async function start(settings: { port?: number; publicHosts?: readonly string[] } = {}): Promise<HttpServer> {
  const server = await openHttpServer({ host: '127.0.0.1', port: 0, log, ...settings })
  open.push(server)
  return server
}

afterEach(async () => {
  logged.length = 0
  await Promise.all(open.splice(0).map((server) => server.close()))
})

/** fetch does not let a test lie about Host. */
function statusWith(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

describe('the door', () => {
  it('takes the next free port and says which', async () => {
    const first = await start()
    const second = await start({ port: first.address.port })
    expect(second.address.port).toBeGreaterThan(first.address.port)
    expect(second.address.wantedPort).toBe(first.address.port)
    expect(JSON.stringify(logged)).toContain(String(second.address.port))
  })

  it('says what is wrong with an address that is not this machine', async () => {
    await expect(openHttpServer({ host: '203.0.113.9', port: 0, log })).rejects.toMatchObject({
      code: 'configuration',
    })
  })

  it('lets another server post without an Origin where that is expected, and a foreign Host nowhere', async () => {
    const server = await start({ publicHosts: ['desk.example.org'] })
    server.mount('/hook', () => new Response('in'), { isForPrograms: true })
    const url = `${server.address.url}/hook`
    expect((await fetch(url, { method: 'POST' })).status).toBe(200)
    expect(await statusWith(url, { host: 'rebound.example' })).toBe(421)
  })

  it('shows an operator’s page to whoever sits at this machine, not through a proxy', async () => {
    const server = await start({ publicHosts: ['desk.example.org'] })
    server.mount('/operator', () => new Response('in'), { isForOperators: true })
    const url = `${server.address.url}/operator`
    expect(await statusWith(url, {})).toBe(200)
    expect(await statusWith(url, { host: 'desk.example.org' })).toBe(404)
    for (const proxy of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect(await statusWith(url, { [proxy]: '203.0.113.9' }), proxy).toBe(404)
  })

  it('turns away a foreign Host and a foreign or missing Origin', async () => {
    const server = await start({ publicHosts: ['desk.example.org'] })
    server.mount('/x', () => new Response('in'))
    const url = `${server.address.url}/x`
    expect(await statusWith(url, { host: 'rebound.example' })).toBe(421)
    expect(await statusWith(url, { host: 'desk.example.org' })).toBe(200)
    const post = (headers: Record<string, string>) => fetch(url, { method: 'POST', headers })
    expect((await post({})).status).toBe(403)
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await post({ origin: server.address.url })).status).toBe(200)
  })

  it('is local only while bound to loopback and shown under no public name', async () => {
    expect((await start()).isLocalOnly).toBe(true)
    expect((await start({ publicHosts: ['desk.example.org'] })).isLocalOnly).toBe(false)
  })
})

describe('an answer', () => {
  it('comes from the mount with the longest prefix that ends at a slash', async () => {
    const server = await start()
    server.mount('/', () => new Response('root'))
    server.mount('/chat', () => new Response('chat'))
    const text = async (path: string) => (await fetch(server.address.url + path)).text()
    expect(await text('/chat')).toBe('chat')
    expect(await text('/chat/api')).toBe('chat')
    expect(await text('/chatter')).toBe('root')
  })

  it('carries a policy that allows no inline script, and leaves a stricter one alone', async () => {
    const server = await start()
    server.mount('/a', () => new Response('a'))
    server.mount('/b', () => new Response('b', { headers: { 'content-security-policy': 'sandbox' } }))
    const a = await fetch(`${server.address.url}/a`)
    expect(a.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(a.headers.get('content-security-policy')).not.toContain('unsafe')
    expect(a.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await fetch(`${server.address.url}/b`)).headers.get('content-security-policy')).toBe('sandbox')
  })

  it('refuses a body past the limit, announced or not', async () => {
    const server = await start()
    let handled = 0
    server.mount('/x', async (asked) => new Response(String(++handled && (await asked.text()).length)), {
      bodyLimitBytes: 1000,
    })
    const send = (body: string | ReadableStream) =>
      fetch(`${server.address.url}/x`, {
        method: 'POST',
        body,
        headers: { origin: server.address.url },
        duplex: 'half',
      })
    expect((await send('x'.repeat(1001))).status).toBe(413)
    expect((await send(new Blob(['y'.repeat(1001)]).stream())).status).toBe(413)
    expect(handled).toBe(0)
    expect(await (await send('z'.repeat(1000))).text()).toBe('1000')
  })

  it('is given up when the handler takes too long', async () => {
    const server = await start()
    server.mount('/x', () => new Promise(() => {}), { timeoutSeconds: 0.01 })
    expect((await fetch(`${server.address.url}/x`)).status).toBe(504)
  })

  it('says nothing of what broke, and neither does the log', async () => {
    const server = await start()
    server.mount('/x', () => {
      throw new Error('宏远机械 13800000000')
    })
    const answer = await fetch(`${server.address.url}/x`)
    expect(answer.status).toBe(500)
    expect((await answer.text()) + JSON.stringify(logged)).not.toContain('13800000000')
    expect(logged).toHaveLength(1)
  })
})

it('ends its streams when it closes, and tells their source', async () => {
  const server = await start()
  let wasTold = false
  const source = () =>
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('event: ready\n\n')),
      cancel: () => {
        wasTold = true
      },
    })
  server.mount('/s', () => new Response(source(), { headers: { 'content-type': 'text/event-stream' } }))
  const answer = await fetch(`${server.address.url}/s`)
  const text = answer.text()
  await server.close()
  expect(await text).toBe('event: ready\n\n')
  expect(wasTold).toBe(true)
  await expect(fetch(server.address.url)).rejects.toThrow()
})
