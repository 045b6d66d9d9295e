import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Knows which connections have an answer under way. Node's own closeIdleConnections leaves those alone that
 * were opened and never used, as browsers do to be quick, and closing then waits for nothing.
 */
export function trackConnections(server: Server) {
  const answering = new Map<Socket, number>()
  let isClosing = false

  const change = (socket: Socket, by: number) => {
    const count = (answering.get(socket) ?? 0) + by
    answering.set(socket, count)
    if (isClosing && count === 0) socket.end()
  }
  server.on('connection', (socket: Socket) => {
    answering.set(socket, 0)
    socket.once('close', () => answering.delete(socket))
  })
  server.on('request', (request, response) => {
    const { socket } = request
    change(socket, 1)
    response.once('close', () => {
      if (answering.has(socket)) change(socket, -1)
    })
  })

  return {
    /** Ends what is idle now, and everything else once it has been answered. */
    endWhenIdle(): void {
      isClosing = true
      for (const [socket, count] of answering) if (count === 0) socket.end()
    },
  }
}
