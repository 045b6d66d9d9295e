import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * A wire to a database that can be cut: everybody is thrown out, and nobody gets in until it is mended. It can also
 * hang: nobody is thrown out, and nothing passes any more, as when a cable is pulled somewhere in between.
 */
export async function openWire(url: string) {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let isCut = false
  let hangs = false
  let refused = 0
  const server = createServer((near) => {
    if (hangs) {
      // Connecting takes for ever too.
      sockets.add(near)
      near.on('error', () => undefined)
      near.on('close', () => sockets.delete(near))
      return
    }
    if (isCut) {
      refused++
      near.destroy()
      return
    }
    const path = target.searchParams.get('host')
    const port = Number(target.port || 5432)
    const far = path?.startsWith('/') ? connect(join(path, port)) : connect(port, target.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      // Nobody at the far end hears of anything that happens while it hangs.
      one.on('data', (chunk) => (hangs ? undefined : void other.write(chunk)))
      one.on('error', () => (hangs ? undefined : other.destroy()))
      one.on('close', () => {
        sockets.delete(one)
        if (!hangs) other.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const through = new URL(url)
  through.searchParams.delete('host')
  through.hostname = '127.0.0.1'
  through.port = String((server.address() as AddressInfo).port)
  return {
    url: through.href,
    /** How many tried in vain since it was cut. */
    refused: () => refused,
    cut(): void {
      isCut = true
      refused = 0
      for (const socket of sockets) socket.destroy()
    },
    hang(): void {
      hangs = true
    },
    /** What hung is thrown out: what was lost on the way does not come back. */
    mend(): void {
      isCut = false
      if (hangs) for (const socket of sockets) socket.destroy()
      hangs = false
    },
    close(): void {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

const join = (directory: string, port: number) => `${directory}/.s.PGSQL.${port}`
