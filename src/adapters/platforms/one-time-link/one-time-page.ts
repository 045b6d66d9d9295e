import { randomBytes } from 'node:crypto'
import type { OneTimeLink, OneTimeLinkStore } from '../../../conversation/one-time-links.ts'
import type { Doorstep } from '../../../conversation/platform.ts'
import { SIDE_DOOR_PREFIX } from '../../../conversation/side-door.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { digestOf, TOKEN } from '../../../kernel/link-token.ts'
import type { Transactions, Work } from '../../../kernel/work.ts'
import { oneTimeLinkTexts as texts } from './one-time-link.texts.ts'
import { json, refuse, sendFile } from './page-answers.ts'
import { readPageFiles } from './page-files.ts'
import { entriesOf } from './page-talk.ts'
import { perMinute } from './rate.ts'
import { readSaid } from './read-said.ts'
import { newCode } from './secrets.ts'
import { freshUntil } from './side-door.ts'

export interface OneTimePageParts {
  readonly links: OneTimeLinkStore
  readonly transactions: Transactions
  readonly clock: Clock
  readonly botName: string
  /** Cookies are then only sent over https. */
  readonly isSecure: boolean
  /** Takes in what is said at the page, as the private chat's own. */
  receive: Doorstep['receive']
  /** A keyed digest of what a browser was given. */
  digest(plain: string, purpose: string): string
  findFile(sha256: string): Promise<{ readonly bytes: Uint8Array; readonly name: string } | undefined>
}

const COOKIE = 'niangjia_once'
const COOKIE_VALUE = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]{32})(?:;|$)`, 'u')
/** Of all browsers together: who guesses has no name. Nobody comes near it who was given a link. */
const MOST_GUESSES = 120
const MOST_SAID = 30

/** Everything under `/once`: the page by which somebody reads letters that could not be sent to them. */
export async function openOneTimePage(parts: OneTimePageParts) {
  const { links, clock } = parts
  const page = await readPageFiles()
  const guesses = perMinute(MOST_GUESSES)
  const said = perMinute(MOST_SAID)
  const inOne = <T>(act: (work: Work) => Promise<T>) => parts.transactions.inOne(clock.now(), act)
  const browserOf = (request: Request) => {
    const given = COOKIE_VALUE.exec(request.headers.get('cookie') ?? '')?.[1]
    return given === undefined ? undefined : parts.digest(given, 'one-time-link')
  }

  /** Binds the link to the browser that opens it first; the same browser may come again. */
  async function open(request: Request): Promise<Response> {
    const { token } = Object(await request.json().catch(() => undefined)) as { token?: unknown }
    const now = clock.now()
    if (guesses.isOver('', now)) return refuse(429, texts.tooMany)
    // Counted before it is looked up, so that many at once are many.
    guesses.count('', now)
    if (typeof token !== 'string' || !TOKEN.test(token)) return refuse(404, texts.noSuch)
    const digest = digestOf(token)
    const cookie = randomBytes(24).toString('base64url')
    const browser = browserOf(request)
    return inOne(async (work) => {
      const link = await links.findByDigest(digest, work)
      if (link === undefined || link.expiresAt <= work.at) return refuse(404, texts.noSuch)
      guesses.forgive('')
      if (browser !== undefined && link.browser === browser) return json({})
      const ours = parts.digest(cookie, 'one-time-link')
      const isOurs = await links.open(digest, ours, newCode(), freshUntil(work.at), work)
      return isOurs ? json({}, { 'set-cookie': setCookie(cookie) }) : refuse(409, texts.openedElsewhere)
    })
  }

  const setCookie = (value: string) =>
    `${COOKIE}=${value}; Path=/once; HttpOnly; SameSite=Strict${parts.isSecure ? '; Secure' : ''}`

  /** What the page shows now; asked for every two seconds. */
  async function state(request: Request): Promise<Response> {
    return withLink(request, async (link, work) => {
      if (link.provedAt === undefined) return json({ code: link.code, bot: parts.botName })
      await links.collect(link.chat, work)
      return json({ entries: entriesOf(await links.listTalk(link, work)) })
    })
  }

  async function say(request: Request): Promise<Response> {
    const read = await readSaid(request)
    if (read === undefined) return refuse(400, texts.malformed)
    const allowed = await withLink(request, async (link, work) => {
      if (link.provedAt === undefined) return refuse(403, texts.notProved)
      if (said.isOver(link.digest, work.at)) return refuse(429, texts.tooMany)
      said.count(link.digest, work.at)
      await links.extend(link.digest, freshUntil(work.at), work)
      return { link, name: await links.findName(link, work) }
    })
    if (allowed instanceof Response) return allowed
    const { link, name } = allowed
    const id = `${SIDE_DOOR_PREFIX}${link.digest.slice(0, 16)}-${read.id}`
    await parts.receive({
      idempotencyKey: id,
      messageId: id,
      chat: link.chat,
      from: { id: link.personId, ...(name === undefined ? {} : { name }), stability: 'permanent' },
      at: clock.now(),
      content: read.content,
    })
    return json({})
  }

  /** Only what a letter of this chat carries. */
  async function file(request: Request, sha256: string): Promise<Response> {
    const found = await withLink(request, async (link, work) => {
      if (link.provedAt === undefined) return refuse(403, texts.notProved)
      const { letters } = await links.listTalk(link, work)
      const ref = letters.flatMap(({ files = [] }) => files).find((one) => one.sha256 === sha256)
      return ref ?? refuse(404, texts.noFile)
    })
    if (found instanceof Response) return found
    const kept = await parts.findFile(sha256)
    if (kept === undefined) return refuse(404, texts.noFile)
    return sendFile(kept.bytes, found.name)
  }

  async function withLink<T>(
    request: Request,
    act: (link: OneTimeLink, work: Work) => Promise<T | Response>,
  ): Promise<T | Response> {
    const browser = browserOf(request)
    if (browser === undefined) return refuse(401, texts.noSuch)
    return inOne(async (work) => {
      const link = await links.findByBrowser(browser, work)
      if (link === undefined) return refuse(401, texts.noSuch)
      return link.expiresAt <= work.at ? refuse(410, texts.over) : act(link, work)
    })
  }

  async function answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.replace(/^\/once\/?/u, '')
    const attached = /^api\/files\/([0-9a-f]{64})$/u.exec(path)?.[1]
    if (request.method === 'POST') {
      if (path === 'api/open') return open(request)
      if (path === 'api/say') return say(request)
      return refuse(405, texts.noPage)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, texts.noPage)
    if (path === 'api/state') return state(request)
    if (attached !== undefined) return file(request, attached)
    // Chat programs fetch what is linked to: the page is the same for every token and looks at none.
    if (path === '' || TOKEN.test(path)) return page('index.html') as Response
    return page(path) ?? refuse(404, texts.noPage)
  }

  return {
    async handle(request: Request): Promise<Response> {
      return answer(request).catch(() => refuse(503, texts.notNow))
    },
  }
}
