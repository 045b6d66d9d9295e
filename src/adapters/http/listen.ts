import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HouseError } from '../../kernel/errors.ts'
import { httpTexts } from './http.texts.ts'

/** A second house on one machine needs a port or two further, never a search through all of them. */
const MOST_TRIES = 50

/**
 * Listens on `port`, or on the next free one after it; 0 lets the system choose. Gives the port it got.
 * Throws HouseError `configuration` when the address is not ours, forbidden, or everything near is taken.
 */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  for (let tried = 0; tried < MOST_TRIES && port + tried <= 65_535; tried++) {
    const failure = await tryListen(server, host, port + tried)
    if (failure === undefined) return (server.address() as AddressInfo).port
    if (failure !== 'EADDRINUSE') {
      throw new HouseError('configuration', httpTexts.cannotListen(host, port, failure))
    }
  }
  throw new HouseError('configuration', httpTexts.noPort(port, MOST_TRIES))
}

/** Gives the system's code of the failure, nothing when it listens. */
function tryListen(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening)
      resolve(error.code ?? error.name)
    }
    const onListening = () => {
      server.off('error', onError)
      resolve(undefined)
    }
    server.once('error', onError)
    server.once('listening', onListening)
    server.listen({ host, port })
  })
}
