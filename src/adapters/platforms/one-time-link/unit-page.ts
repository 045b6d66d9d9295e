import { randomBytes } from 'node:crypto'
import type { OneTimeLinkStore } from '../../../conversation/one-time-links.ts'
import type { Doorstep } from '../../../conversation/platform.ts'
import { SIDE_DOOR_PREFIX } from '../../../conversation/side-door.ts'
import type { UnitLink, UnitLinkStore } from '../../../features/appeals/links/unit-links.store.ts'
import type { UnitSheet } from '../../../features/appeals/links/unit-sheet.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { digestOf, TOKEN } from '../../../kernel/link-token.ts'
import type { Transactions, Work } from '../../../kernel/work.ts'
import { json, refuse, sendFile } from './page-answers.ts'
import { readPageFiles } from './page-files.ts'
import { entriesOf } from './page-talk.ts'
import { perMinute } from './rate.ts'
import { readSaid } from './read-said.ts'
import { chatOf } from './unit-door.ts'
import { unitPageTexts as texts } from './unit-page.texts.ts'

export interface UnitPageParts {
  readonly links: UnitLinkStore
  /** What was written and said behind the link. */
  readonly talks: Pick<OneTimeLinkStore, 'listTalk'>
  readonly transactions: Transactions
  readonly clock: Clock
  /** Cookies are then only sent over https. */
  readonly isSecure: boolean
  receive: Doorstep['receive']
  /** What stands above the talk, or why it is over. */
  sheet(link: UnitLink, work: Work): Promise<UnitSheet>
  /** A keyed digest of what a browser was given. */
  digest(plain: string, purpose: string): string
  findFile(sha256: string): Promise<{ readonly bytes: Uint8Array; readonly name: string } | undefined>
}

/** A browser of an office may hold several links: each has its cookie. */
const COOKIE = 'niangjia_unit_'
const PURPOSE = 'unit-link'
const COOKIE_SECONDS = 31 * 86_400
/** Of all browsers together: who guesses has no name. */
const MOST_GUESSES = 120
const MOST_SAID = 30
const ID_LENGTH = 16

/** Names a link in addresses and cookies, and opens nothing. */
const idOf = (digest: string) => digest.slice(0, ID_LENGTH)

/** Everything under `/unit`: the page by which a unit without account works on one appeal. */
export async function openUnitPage(parts: UnitPageParts) {
  const { links, clock } = parts
  const page = await readPageFiles()
  const guesses = perMinute(MOST_GUESSES)
  const said = perMinute(MOST_SAID)
  const inOne = <T>(act: (work: Work) => Promise<T>) => parts.transactions.inOne(clock.now(), act)

  function browserOf(request: Request, id: string): string | undefined {
    const cookies = request.headers.get('cookie') ?? ''
    const given = new RegExp(`(?:^|;\\s*)${COOKIE}${id}=([\\w-]{32})(?:;|$)`, 'u').exec(cookies)?.[1]
    return given === undefined ? undefined : parts.digest(given, PURPOSE)
  }

  /** Binds the link to the browser whose holder presses the button first; the same browser may come again. */
  async function open(request: Request): Promise<Response> {
    const { token } = Object(await request.json().catch(() => undefined)) as { token?: unknown }
    const now = clock.now()
    if (guesses.isOver('', now)) return refuse(429, texts.tooMany)
    // Counted before it is looked up, so that many at once are many.
    guesses.count('', now)
    if (typeof token !== 'string' || !TOKEN.test(token)) return refuse(404, texts.noSuch)
    const digest = digestOf(token)
    const id = idOf(digest)
    const cookie = randomBytes(24).toString('base64url')
    const browser = browserOf(request, id)
    return inOne(async (work) => {
      const link = await links.find(digest, work)
      if (link === undefined) return refuse(404, texts.noSuch)
      guesses.forgive('')
      const sheet = await parts.sheet(link, work)
      if (sheet.kind === 'over') return refuse(410, sheet.why)
      if (browser !== undefined && link.browser === browser) return json({ id })
      const isOurs = await links.open(digest, parts.digest(cookie, PURPOSE), work)
      return isOurs
        ? json({ id }, { 'set-cookie': setCookie(id, cookie) })
        : refuse(409, texts.openedElsewhere)
    })
  }

  const setCookie = (id: string, value: string) =>
    `${COOKIE}${id}=${value}; Path=/unit; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Strict${parts.isSecure ? '; Secure' : ''}`

  /** What the page shows now; asked for every few seconds. */
  const state = (request: Request, id: string) =>
    withLink(request, id, async (link, sheet, work) => {
      const talk = await parts.talks.listTalk(talkOf(link), work)
      return json({ sheet: sheet.text, files: sheet.files, entries: entriesOf(talk) })
    })

  async function say(request: Request, id: string): Promise<Response> {
    const read = await readSaid(request)
    if (read === undefined) return refuse(400, texts.malformed)
    const allowed = await withLink(request, id, async (link, _sheet, work) => {
      if (said.isOver(link.digest, work.at)) return refuse(429, texts.tooMany)
      said.count(link.digest, work.at)
      return link
    })
    if (allowed instanceof Response) return allowed
    const { chat, personId } = talkOf(allowed)
    const message = `${SIDE_DOOR_PREFIX}${id}-${read.id}`
    await parts.receive({
      idempotencyKey: message,
      messageId: message,
      chat,
      from: { id: personId, stability: 'permanent' },
      at: clock.now(),
      content: read.content,
    })
    return json({})
  }

  /** Only what the matter or a letter of this talk carries. */
  async function file(request: Request, id: string, sha256: string): Promise<Response> {
    const found = await withLink(request, id, async (link, sheet, work) => {
      const { letters } = await parts.talks.listTalk(talkOf(link), work)
      const carried = [...sheet.files, ...letters.flatMap(({ files = [] }) => files)]
      return carried.find((one) => one.sha256 === sha256) ?? refuse(404, texts.noFile)
    })
    if (found instanceof Response) return found
    const kept = await parts.findFile(sha256)
    return kept === undefined ? refuse(404, texts.noFile) : sendFile(kept.bytes, found.name)
  }

  async function withLink<T>(
    request: Request,
    id: string,
    act: (link: UnitLink, sheet: Extract<UnitSheet, { kind: 'open' }>, work: Work) => Promise<T | Response>,
  ): Promise<T | Response> {
    const browser = browserOf(request, id)
    if (browser === undefined) return refuse(401, texts.noSuch)
    return inOne(async (work) => {
      const link = await links.findByBrowser(browser, work)
      if (link === undefined || idOf(link.digest) !== id) return refuse(401, texts.noSuch)
      const sheet = await parts.sheet(link, work)
      return sheet.kind === 'over' ? refuse(410, sheet.why) : act(link, sheet, work)
    })
  }

  async function answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.replace(/^\/unit\/?/u, '')
    const api = /^api\/([0-9a-f]{16})\/(state|say|files\/([0-9a-f]{64}))$/u.exec(path)
    const [, id = '', what, sha256] = api ?? []
    if (request.method === 'POST') {
      if (path === 'api/open') return open(request)
      return what === 'say' ? say(request, id) : refuse(405, texts.noPage)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, texts.noPage)
    if (what === 'state') return state(request, id)
    if (sha256 !== undefined) return file(request, id, sha256)
    // Chat programs fetch what is linked to: the page is the same for every token and looks at none.
    if (TOKEN.test(path) || /^p\/[0-9a-f]{16}$/u.test(path)) return page('unit.html') as Response
    return page(path) ?? refuse(404, texts.noPage)
  }

  return {
    async handle(request: Request): Promise<Response> {
      return answer(request).catch(() => refuse(503, texts.notNow))
    },
  }
}

const talkOf = ({ digest, issuedAt }: UnitLink) => ({ chat: chatOf(digest), personId: digest, issuedAt })
