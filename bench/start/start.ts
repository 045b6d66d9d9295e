// From `npm start` to the first answered command, the first time and again.
//   npm run bench:start -- [--json]
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const directory = await mkdtemp(join(tmpdir(), 'niangjia-start-'))
await chmod(directory, 0o755)
const port = await freePort()

/** Starts it, asks for help as a member in the web chat, and gives the milliseconds until the answer is there. */
async function startAndAsk(): Promise<number> {
  const began = performance.now()
  const child: ChildProcess = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, NIANGJIA_DATA: directory, NIANGJIA_PORT: String(port), NIANGJIA_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'ignore'],
    // Ctrl-C reaches the whole group of a terminal, and so does this.
    detached: true,
  })
  const url = await new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /http:\/\/\S+/u.exec(chunk.toString())?.[0]
      if (found !== undefined) resolve(found)
    })
  })
  await ask(url)
  const elapsed = performance.now() - began
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-(child.pid as number), 'SIGINT')
  await ended
  return elapsed
}

async function ask(url: string): Promise<void> {
  const id = `bench-${Date.now()}`
  const person = 'luo'
  const stream = await fetch(`${url}/chat/api/stream?as=${person}`)
  const post = fetch(`${url}/chat/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ as: person, chat: 'private', id, text: '/帮助' }),
  })
  if (!(await post).ok)
    throw new Error(`The message was not taken: ${(await post).status} ${await (await post).text()}`)
  const reader = (stream.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader()
  let seen = ''
  for (let part = await reader.read(); part.done !== true; part = await reader.read()) {
    seen += part.value
    // The answer is the first letter after our own line.
    const own = seen.indexOf(id)
    if (own >= 0 && seen.indexOf('out-', own) > own) break
  }
  await reader.cancel()
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

const first = await startAndAsk()
const again = [await startAndAsk(), await startAndAsk(), await startAndAsk()].sort((a, b) => a - b)
const figures = { firstMs: Math.round(first), againMs: Math.round(again[1] as number) }
if (process.argv.includes('--json')) console.log(JSON.stringify(figures))
else
  console.log(
    `first start to first answer  ${figures.firstMs} ms\nagain (median of three)      ${figures.againMs} ms`,
  )
await rm(directory, { recursive: true, force: true })
process.exit()
