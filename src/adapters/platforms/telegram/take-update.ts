import type { Intake } from './intake.ts'
import { WEBHOOK_PATH } from './webhook.ts'
import { isSecret } from './webhook-secret.ts'

/** An update is a few kilobytes; more is none. */
const LARGEST_BYTES = 1_000_000
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/** One update as Telegram hands it in. 200 means that it is stored; for anything else it is handed in again. */
export async function takeUpdate(
  request: Request,
  secret: string,
  intake: () => Intake | undefined,
): Promise<Response> {
  if (!new URL(request.url).pathname.endsWith(WEBHOOK_PATH)) return answer(404)
  if (request.method !== 'POST') return answer(405)
  if (!isSecret(request.headers.get(SECRET_HEADER), secret)) return answer(401)
  const open = intake()
  if (open === undefined) return answer(503)
  const body = await read(request)
  if (body === undefined) return answer(413)
  let update: unknown
  try {
    update = JSON.parse(body)
  } catch {
    return answer(400)
  }
  try {
    await open.take(update)
    return answer(200)
  } catch {
    return answer(503)
  }
}

const answer = (status: number) => new Response(null, { status })

/** Undefined when there is more than an update can be. */
async function read(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BYTES) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > LARGEST_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
