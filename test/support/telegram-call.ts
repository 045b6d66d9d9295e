import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'

export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a program asked of the Bot API: JSON, or a form with files. */
export async function readCall(
  request: IncomingMessage,
): Promise<{ payload: Record<string, never>; files: readonly Upload[] }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.includes('multipart')) {
    const text = body.toString('utf8')
    return { payload: text === '' ? {} : JSON.parse(text), files: [] }
  }
  const payload: Record<string, unknown> = {}
  const files: Upload[] = []
  await new Promise<void>((resolve, reject) => {
    const form = busboy({ headers: request.headers, defParamCharset: 'utf8' })
    form.on('field', (name, value) => {
      payload[name] = /^(?:chat_id|message_id|message_thread_id|reply_\w+)$/u.test(name)
        ? JSON.parse(value)
        : value
    })
    form.on('file', (_, stream, { filename }) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => files.push({ name: filename ?? '', bytes: Buffer.concat(parts) }))
    })
    form.on('close', resolve)
    form.on('error', reject)
    form.end(body)
  })
  return { payload: payload as Record<string, never>, files }
}
