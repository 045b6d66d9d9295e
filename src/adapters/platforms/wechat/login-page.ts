import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { LoginPageState } from './watch-account.ts'
import { wechatTexts } from './wechat.texts.ts'

export const LOGIN_PATH = '/operator/wechat'

const STYLE =
  'body{font:18px/1.6 system-ui,sans-serif;max-width:32rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}img{display:block;width:17rem;height:17rem;margin:1.5rem 0}small{color:#555}'

const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    'img-src data:',
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'content-type': 'text/html; charset=utf-8',
  // The address holds the key.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
}

const REFRESH_SECONDS = 3

/** The page with the code to scan. Its key is made anew by every process and shown in the terminal alone. */
export function openLoginPage(baseUrl: () => string) {
  const key = randomBytes(24).toString('base64url')

  return {
    address: () => new URL(`${LOGIN_PATH}?key=${key}`, baseUrl()).href,
    async handle(request: Request, state: LoginPageState): Promise<Response> {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return answer(405, plain(wechatTexts.page.notFound), { allow: 'GET, HEAD' })
      const given = new URL(request.url).searchParams.getAll('key')
      // As if there were nothing: who guesses learns nothing.
      if (given.length !== 1 || !isSame(given[0] ?? '', key))
        return answer(404, plain(wechatTexts.page.notFound))
      const page = await draw(state)
      return answer(200, request.method === 'HEAD' ? '' : page)
    },
  }
}

/** Takes as long whatever was given. */
function isSame(given: string, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(key))
}

function answer(status: number, body: string, more: Record<string, string> = {}): Response {
  return new Response(body, { status, headers: { ...HEADERS, ...more } })
}

async function draw({ step, qrcode, name }: LoginPageState): Promise<string> {
  const { page } = wechatTexts
  const says = step === 'online' ? page.online(name) : page[step]
  const picture = step === 'waiting' && qrcode !== undefined ? await pictureOf(qrcode) : ''
  return html(
    [
      `<h1>${page.heading}</h1>`,
      `<p>${escaped(says)}</p>`,
      picture,
      step === 'online' ? `<p>${page.rebind}</p>` : '',
      `<small>${page.risk}</small>`,
    ].join('\n'),
    step !== 'online',
  )
}

async function pictureOf(qrcode: string): Promise<string> {
  const { toString: toSvg } = await import('qrcode')
  const svg = await toSvg(qrcode, { type: 'svg', margin: 2 })
  return `<img alt="QR" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`
}

function plain(says: string): string {
  return html(`<p>${says}</p>`, false)
}

function html(body: string, refreshes: boolean): string {
  const refresh = refreshes ? `<meta http-equiv="refresh" content="${REFRESH_SECONDS}">` : ''
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${refresh}
<title>${wechatTexts.page.title}</title><style>${STYLE}</style></head>
<body>${body}</body></html>`
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (character) => ESCAPES[character] ?? '')
}
