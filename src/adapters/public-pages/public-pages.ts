import { createHash, randomBytes } from 'node:crypto'
import type { PublicDisclosures } from '../../features/donations/disclosure/public-disclosures.ts'
import {
  aboutSheet,
  type DisclosureSheets,
  giftSheet,
  useSheet,
} from '../../features/donations/disclosure/sheets.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Transactions, Work } from '../../kernel/work.ts'
import { type Answer, answersOnce } from './answers-once.ts'
import { editionPage } from './edition-page.ts'
import { indexPage } from './index-page.ts'
import { STYLE_HASH } from './page-style.ts'
import { publicPagesTexts as texts } from './public-pages.texts.ts'
import { wholePage } from './whole-page.ts'

export interface PublicPagesParts {
  readonly disclosures: PublicDisclosures
  readonly sheets: DisclosureSheets
  readonly transactions: Transactions
  readonly clock: Clock
  /** Where people reach us, for the command that checks; the request's own address where none is set. */
  readonly publicUrl?: string
}

const PREFIX = '/public'
/** drives/3, drives/3/2, drives/3/2.xlsx, drives/3/chain.json */
const PATH = /^drives\/(\d{1,9})(?:\/(?:(\d{1,6})(?:\.(xlsx|csv))?|(chain\.json)))?\/?$/u

const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src ${STYLE_HASH}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  // A name that is taken back must not stay in the index of a search engine.
  'x-robots-tag': 'noindex, noarchive',
}
/** May be kept by anybody, and is asked about each time: then only the mark is compared. */
const KEPT = 'public, no-cache'

const TYPES = {
  html: 'text/html; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const
type Type = keyof typeof TYPES

/** Everything under `/public`: what anybody may read. Reads only; nobody signs in and nothing is noted about the reader. */
export function openPublicPages(parts: PublicPagesParts) {
  const { disclosures, sheets, clock } = parts
  const inOne = <T>(act: (work: Work) => Promise<T>) => parts.transactions.inOne(clock.now(), act)
  const once = answersOnce()
  /** Another release draws another page of the same list, and only with a house that was opened anew. */
  const opening = randomBytes(3).toString('hex')

  async function answer(request: Request): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return told(405, texts.noSuch)
    const url = new URL(request.url)
    const path = url.pathname.slice(PREFIX.length).replace(/^\/+/u, '')
    if (path === '') {
      const html = indexPage(await inOne((work) => disclosures.index(work)), PREFIX)
      const mark = createHash('sha256').update(html).digest('hex').slice(0, 16)
      return send(request, mark, 'html', { bytes: new TextEncoder().encode(html) })
    }
    const [, number, edition, ending, chain] = PATH.exec(path) ?? []
    if (number === undefined) return told(404, texts.noSuch)
    const drive = Number(number)
    const wanted = edition === undefined ? undefined : Number(edition)
    const type: Type = chain !== undefined ? 'json' : ending === 'xlsx' || ending === 'csv' ? ending : 'html'
    const state = await inOne((work) => disclosures.mark(drive, wanted, work))
    if (state === undefined) return told(404, texts.noSuch)
    const address = parts.publicUrl?.replace(/\/$/u, '') ?? url.origin
    const mark = `${opening}-${state}-${type}${wanted === undefined ? 'n' : ''}`
    if (isKnown(request, mark)) return notModified(mark)
    const made = await once(`${drive}/${edition ?? ''}/${address}/${mark}`, () =>
      make(drive, wanted, type, address),
    )
    return made === undefined ? told(404, texts.noSuch) : send(request, mark, type, made)
  }

  async function make(
    drive: number,
    wanted: number | undefined,
    type: Type,
    address: string,
  ): Promise<Uint8Array | undefined> {
    const encode = (text: string) => new TextEncoder().encode(text)
    if (type === 'json') {
      const chain = await inOne((work) => disclosures.chain(drive, work))
      return chain && encode(JSON.stringify(chain))
    }
    const found = await inOne((work) => disclosures.find(drive, wanted, work))
    if (found === undefined) return undefined
    if (type === 'html') return encode(editionPage(found, `${PREFIX}/drives/${drive}`, address))
    const gifts = giftSheet(found.list)
    return type === 'csv'
      ? sheets.csv(gifts)
      : sheets.workbook([gifts, useSheet(found.list), aboutSheet(found.list)])
  }

  return {
    handle: (request: Request): Promise<Response> => answer(request).catch(() => told(503, texts.notNow)),
  }
}

const isKnown = (request: Request, mark: string) =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some((one) => one.trim().replace(/^W\//u, '') === `"${mark}"`)

const notModified = (mark: string) =>
  new Response(null, {
    status: 304,
    headers: { etag: `"${mark}"`, 'cache-control': KEPT, vary: 'accept-encoding' },
  })

/** Packed where the reader takes it: five thousand rows are 700 KB, and 60 KB packed. */
function send(request: Request, mark: string, type: Type, { bytes, packed }: Answer): Response {
  if (isKnown(request, mark)) return notModified(mark)
  const isPacked = packed !== undefined && /\bgzip\b/u.test(request.headers.get('accept-encoding') ?? '')
  const body = isPacked ? packed : bytes
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
    headers: {
      ...HEADERS,
      'content-type': TYPES[type],
      'cache-control': KEPT,
      // Weak: the packed and the plain bytes differ and say the same.
      etag: `W/"${mark}"`,
      vary: 'accept-encoding',
      ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
      ...(type === 'xlsx' || type === 'csv'
        ? { 'content-disposition': `attachment; filename="disclosure.${type}"` }
        : {}),
    },
  })
}

const told = (status: number, words: string) =>
  new Response(wholePage(texts.indexTitle, [`<p>${words}</p>`]), {
    status,
    headers: { ...HEADERS, 'content-type': TYPES.html, 'cache-control': 'no-store' },
  })
