// Another process of the house, as far as the database is concerned: started by house-process.ts, it holds
// a server, says what it is told in JSON lines, and releases the server when something comes in.
import { startEmbeddedServer } from '../../../../src/adapters/storage/server/embedded-server.ts'

const [dataDirectory = '', shelter = ''] = process.argv.slice(2)
const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

const { url, directory, release } = await startEmbeddedServer({
  dataDirectory,
  shelter,
  say: (line) => print({ said: line }),
})
print({ url, directory })
process.stdin.once('data', () => {
  void release().then(() => process.exit(0))
})
