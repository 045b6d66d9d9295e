import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { AuditTrail } from '../../audit/audit-trail.ts'
import { numberOfFigure } from '../../features/oversight/figures/figure.ts'
import type { FigureBooks } from '../../features/oversight/figures/figure-books.ts'
import type { FigureLink } from '../../features/oversight/figures/figures.store.ts'
import { LINK_MINUTES } from '../../features/oversight/figures/issue-link.ts'
import { type FigureSeen, type SeeingParts, seeFigure } from '../../features/oversight/figures/see-figure.ts'
import { type Clock, isoShanghai } from '../../kernel/clock.ts'
import { digestOf, TOKEN } from '../../kernel/link-token.ts'
import type { Transactions, Work } from '../../kernel/work.ts'
import { figurePagesTexts as texts } from './figure-pages.texts.ts'
import { listPage } from './list-page.ts'
import { STYLE_HASH, wholePage } from './page-style.ts'

export interface FigurePagesParts extends SeeingParts {
  readonly books: FigureBooks
  readonly audit: AuditTrail
  readonly transactions: Transactions
  readonly clock: Clock
  /** Cookies are then only sent over https. */
  readonly isSecure: boolean
  /** A keyed digest of what a browser was given. */
  digest(plain: string, purpose: string): string
}

/** A browser may hold several links: each has its cookie. */
const COOKIE = 'niangjia_list_'
const PURPOSE = 'figure-link'
const ID_LENGTH = 16
/** p/0123456789abcdef, p/0123456789abcdef/3, the same with .xlsx */
const PAGE = /^p\/([0-9a-f]{16})(?:\/(\d{1,4}))?(\.xlsx)?$/u
const LINK_MS = LINK_MINUTES * 60_000

const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src ${STYLE_HASH}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  // With none at all a browser would send `Origin: null` with the button, which the server refuses.
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex, noarchive',
  // Whose eyes it is for changes with the roster: what a browser or a proxy kept would not.
  'cache-control': 'no-store',
}
const HTML = 'text/html; charset=utf-8'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const pack = promisify(gzip)

/** Names a link in addresses and cookies, and opens nothing. */
const idOf = (digest: string) => digest.slice(0, ID_LENGTH)

/** Everything under `/list`: what is behind a number, for the one browser that opened the link first. */
export function openFigurePages(parts: FigurePagesParts) {
  const { figures, clock } = parts
  const inOne = <T>(act: (work: Work) => Promise<T>) => parts.transactions.inOne(clock.now(), act)

  function browserOf(request: Request, id: string): string | undefined {
    const cookies = request.headers.get('cookie') ?? ''
    const given = new RegExp(`(?:^|;\\s*)${COOKIE}${id}=([\\w-]{32})(?:;|$)`, 'u').exec(cookies)?.[1]
    return given === undefined ? undefined : parts.digest(given, PURPOSE)
  }

  /** Binds the link to the browser whose holder presses the button first; the same browser may come again. */
  async function open(request: Request, token: string): Promise<Response> {
    const digest = digestOf(token)
    const id = idOf(digest)
    const browser = browserOf(request, id)
    return inOne(async (work) => {
      const link = await figures.findLink(digest, work)
      if (link === undefined) return told(404, texts.noSuch)
      if (link.browser !== null) {
        if (browser !== link.browser) return told(409, texts.openedElsewhere)
        return isThere(link, work.at) ? goTo(id) : told(410, texts.over)
      }
      if (work.at >= link.expiresAt) return told(410, texts.over)
      const cookie = randomBytes(24).toString('base64url')
      const isOurs = await figures.openLink(digest, parts.digest(cookie, PURPOSE), work)
      if (!isOurs) return told(409, texts.openedElsewhere)
      note(link, 'oversight.openLink', {}, work)
      return goTo(id, setCookie(id, cookie))
    })
  }

  const setCookie = (id: string, value: string) =>
    `${COOKIE}${id}=${value}; Path=/list; Max-Age=${LINK_MS / 1000}; HttpOnly; SameSite=Strict${parts.isSecure ? '; Secure' : ''}`

  async function show(request: Request, id: string, line: number, isSheet: boolean): Promise<Response> {
    const browser = browserOf(request, id)
    if (browser === undefined) return told(401, texts.noSuch)
    const found = await inOne(async (work) => {
      const link = await figures.findLinkByBrowser(browser, work)
      if (link === undefined || idOf(link.digest) !== id) return told(401, texts.noSuch)
      if (!isThere(link, work.at)) return told(410, texts.over)
      const { people } = await parts.directory(work)
      const holder = people.get(link.person)
      const seen = holder && (await seeFigure(numberOfFigure(link.figure), line, holder, parts, work))
      if (seen === undefined) return told(403, texts.notYours)
      const { entries, hidden } = seen
      const shown = { line, count: entries.length, hidden, form: isSheet ? 'sheet' : 'page' }
      note(link, 'oversight.openPage', shown, work)
      return { seen, link, at: work.at }
    })
    if (found instanceof Response) return found
    return isSheet ? sheet(found.seen, line, found.at) : page(request, id, line, found)
  }

  async function sheet(seen: FigureSeen, line: number, at: Date): Promise<Response> {
    const { figure, entries, hidden, directory } = seen
    const told = line === 0 ? figure : { ...figure, lines: [seen.line] }
    const bytes = await parts.books.write(told, entries, { directory, at, hidden })
    const name = encodeURIComponent(`明细${figure.number}${line === 0 ? '' : `-${line}`}.xlsx`)
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...HEADERS,
        'content-type': XLSX,
        'content-disposition': `attachment; filename="list.xlsx"; filename*=UTF-8''${name}`,
      },
    })
  }

  function note(link: FigureLink, action: string, detail: Record<string, string | number>, work: Work): void {
    parts.audit.add({ at: work.at, actor: link.person, action, subject: link.figure, detail }, work)
  }

  async function answer(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.replace(/^\/list\/?/u, '')
    if (request.method === 'POST') return TOKEN.test(path) ? open(request, path) : told(405, texts.noSuch)
    if (request.method !== 'GET' && request.method !== 'HEAD') return told(405, texts.noSuch)
    // Chat programs fetch what is linked to: the door is the same for every token and looks at none.
    if (TOKEN.test(path)) return html(200, door(path))
    const [, id, line = '0', ending] = PAGE.exec(path) ?? []
    return id === undefined ? told(404, texts.noSuch) : show(request, id, Number(line), ending !== undefined)
  }

  return {
    handle: (request: Request): Promise<Response> => answer(request).catch(() => told(503, texts.notNow)),
  }
}

/** It may be looked at for as long again after it was opened. */
const isThere = (link: FigureLink, at: Date) => link.openedAt !== null && at < leavesAt(link.openedAt)
const leavesAt = (openedAt: Date) => new Date(openedAt.getTime() + LINK_MS)

const goTo = (id: string, cookie?: string) =>
  new Response(null, {
    status: 303,
    headers: {
      ...HEADERS,
      location: `/list/p/${id}`,
      ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
    },
  })

const door = (token: string) =>
  wholePage(
    texts.doorTitle,
    [
      `<h1>${texts.doorTitle}</h1>`,
      `<p>${texts.doorSays}</p>`,
      `<form method="post" action="/list/${token}"><button>${texts.open}</button></form>`,
      `<p class="soft">${texts.doorOnce}</p>`,
    ],
    true,
  )

const told = (status: number, words: string) =>
  html(status, wholePage(texts.title, [`<p>${words}</p>`], true))

const html = (status: number, page: string) =>
  new Response(page, { status, headers: { ...HEADERS, 'content-type': HTML } })

/** Five thousand rows are two megabytes, and a tenth of that packed. */
async function page(
  request: Request,
  id: string,
  line: number,
  { seen, link, at }: { readonly seen: FigureSeen; readonly link: FigureLink; readonly at: Date },
): Promise<Response> {
  const until = isoShanghai(leavesAt(link.openedAt ?? at)).slice(11, 16)
  const whole = listPage(seen, { base: `/list/p/${id}`, line, at, until })
  if (!/\bgzip\b/u.test(request.headers.get('accept-encoding') ?? '')) return html(200, whole)
  return new Response(new Uint8Array(await pack(whole)), {
    headers: { ...HEADERS, 'content-type': HTML, 'content-encoding': 'gzip', vary: 'accept-encoding' },
  })
}
