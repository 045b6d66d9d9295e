import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A wire to a database that can be cut: everybody is thrown out, and nobody gets in until it is mended. */
export async function openWire(url: string) {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let isCut = false
  let refused = 0
  const server = createServer((near) => {
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
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
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
    mend(): void {
      isCut = false
    },
    close(): void {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

const join = (directory: string, port: number) => `${directory}/.s.PGSQL.${port}`
