/**
 * The README's picture, from a demonstration that is running: `node scripts/screenshot.ts [URL] [FILE]`. It plays
 * a small scene in it first, so start one that is fresh: `NIANGJIA_DATA=$(mktemp -d) npm start`.
 */
import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'

const OFFICE_SCREEN = { width: 1366, height: 768 }
/** It is loaded with every look at the README. */
const MOST_BYTES = 300_000
const WHO = 'niu'
const GROUP = 'machinery-group'

const SCENE: readonly (readonly [who: string, chat: string, text: string])[] = [
  [WHO, 'private', '首次认定高新技术企业奖励多少'],
  ['xie', GROUP, '各位，年会的企业展板请周四前发我'],
  ['shi', GROUP, '好，我下午发'],
  [WHO, GROUP, '我们新上的两台机床一开就跳闸'],
  [WHO, GROUP, '说是变压器带不动'],
  ['luo', GROUP, '去年我们也这样，换大的就好了'],
  [WHO, GROUP, '望河镇这边，增容申请交了快两个月没动静'],
  [WHO, GROUP, '@娘家 能不能帮着催催'],
]

const [address = 'http://127.0.0.1:8787', file = join(import.meta.dirname, '../docs/pictures/web-chat.png')] =
  process.argv.slice(2)

async function post(as: string, chat: string, text: string): Promise<void> {
  const answer = await fetch(new URL('/chat/api/messages', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(address).origin },
    body: JSON.stringify({ as, chat, id: randomUUID(), text }),
  })
  if (!answer.ok)
    throw new Error(`The demonstration at ${address} answered ${answer.status}: ${await answer.text()}`)
}

/** Each line is waited for, so that the picture has them in this order. */
async function play(page: Page): Promise<void> {
  for (const [who, chat, text] of SCENE) {
    await post(who, chat, text)
    await page.getByText(text, { exact: false }).first().waitFor()
    if (chat === 'private') await page.getByText('以文件原文为准').first().waitFor()
  }
  await page.getByRole('button', { name: '确认提交' }).waitFor()
  await page.getByText('细节已私信您核对').waitFor()
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
})
try {
  const page = await browser.newPage({
    viewport: OFFICE_SCREEN,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await page.goto(new URL(`/chat/?as=${WHO}`, address).href)
  await page.getByRole('button', { name: '发送' }).first().waitFor()
  await play(page)
  // The last bubbles are still sliding in.
  await page.waitForTimeout(800)
  await page.screenshot({ path: file })
} finally {
  await browser.close()
}
const { size } = await stat(file)
if (size > MOST_BYTES) throw new Error(`${file} has ${size} bytes, more than ${MOST_BYTES}.`)
process.stdout.write(`${file}: ${size} bytes\n`)
