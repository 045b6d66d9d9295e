import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Guard } from './guard.ts'
import { httpTexts } from './http.texts.ts'
import type { HttpLog, Mount } from './mount.ts'
import type { openStreams } from './open-streams.ts'
import { addSecurityHeaders } from './security-headers.ts'

export interface HttpAppParts {
  readonly guard: Guard
  readonly log: HttpLog
  readonly streams: ReturnType<typeof openStreams>
  findMount(path: string): Mount | undefined
  /** Listening already, and nothing mounted yet. */
  isStarting(): boolean
  isClosing(): boolean
}

/** The way of every request: headers, who may ask, how much, how long, and only then the handler. */
export function createHttpApp(parts: HttpAppParts): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    addSecurityHeaders(c.res.headers)
  })
  app.use(guarded(parts))
  app.use(async (c, next) => {
    const mount = parts.findMount(c.req.path)
    if (mount === undefined)
      return parts.isStarting() ? c.text(httpTexts.starting, 503) : c.text(httpTexts.nothingHere, 404)
    const maxSize = mount.options.bodyLimitBytes
    const tooLarge = () => c.json({ error: httpTexts.tooLarge(Math.floor(maxSize / 1_000_000)) }, 413)
    return bodyLimit({ maxSize, onError: tooLarge })(c, next)
  })
  app.all('*', async (c) => {
    const mount = parts.findMount(c.req.path) as Mount
    const answer = await withinTime(mount, c)
    if (answer === undefined) return c.json({ error: httpTexts.tooSlow }, 504)
    if (answer.body === null || !isEventStream(answer)) return answer
    return new Response(parts.streams.track(answer.body), answer)
  })
  app.onError((error, c) => {
    parts.log.error(failureOf(error, c), httpTexts.failed)
    return c.json({ error: httpTexts.failed }, 500)
  })
  return app
}

function guarded({ guard, isClosing, findMount }: HttpAppParts): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host')
    if (isClosing()) return c.json({ error: httpTexts.closing }, 503)
    if (!guard.isKnownHost(host)) return c.text(httpTexts.wrongHost, 421)
    const options = findMount(c.req.path)?.options
    if (options?.isForOperators && (!guard.isThisMachine(host) || cameThroughProxy(c)))
      return c.text(httpTexts.operatorsOnly, 404)
    const isReading = c.req.method === 'GET' || c.req.method === 'HEAD'
    const isForeign = !isReading && !guard.isOwnOrigin(c.req.header('origin'), host)
    if (isForeign && options?.isForPrograms !== true) {
      return c.json({ error: httpTexts.wrongOrigin }, 403)
    }
    await next()
  }
}

/** Every proxy that is set up as its documentation says adds one of these. */
const cameThroughProxy = (c: Context) =>
  ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => c.req.header(name) !== undefined)

/** A stream counts as answered with its first byte; how long it goes on is its own affair. */
async function withinTime(mount: Mount, c: Context): Promise<Response | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), mount.options.timeoutSeconds * 1000)
  })
  try {
    return await Promise.race([mount.handler(c.req.raw), late])
  } finally {
    clearTimeout(timer)
  }
}

const isEventStream = (answer: Response) =>
  answer.headers.get('content-type')?.startsWith('text/event-stream')

/** Where it broke, without the message, which may quote what somebody wrote; our own errors' messages are safe. */
function failureOf(error: Error, c: Context): Record<string, unknown> {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    method: c.req.method,
    path: c.req.path,
    error: error.name,
    at: frames.slice(0, 4).map((line) => line.trim()),
  }
}
