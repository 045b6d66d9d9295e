import { Writable } from 'node:stream'

/** A reader that goes away when the test says so. */
export function brokenPipe(): { readonly output: Writable; readonly text: () => string; breaks(): void } {
  let text = ''
  let broken = false
  const output = new Writable({
    write(chunk, _encoding, done) {
      if (broken) return done(new Error('write EPIPE'))
      text += chunk
      done()
    },
  })
  return {
    output,
    text: () => text,
    breaks() {
      broken = true
    },
  }
}
