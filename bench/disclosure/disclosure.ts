/**
 * The public page of a drive with 5,000 gifts: how long the server takes for it, and when a browser at the same machine
 * has painted the first of it. Each load is a fresh browser profile at a phone's size, so that nothing is remembered.
 *
 *   npm run bench:disclosure -- [ROWS]
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { openLog } from '../../src/log.ts'
import { openBrowser } from '../../test/support/browser.ts'
import { disclose } from '../../test/support/disclosed.ts'
import { servePublicPages } from '../../test/support/public-pages.ts'
import { removeFolder } from '../../test/support/remove-folder.ts'

const ROWS = Number(process.argv[2] ?? 5_000)
const LOADS = 15
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 3 }

const directory = await mkdtemp(join(tmpdir(), 'niangjia-disclosure-'))
const config = readConfig({ environment: { NIANGJIA_DATA: directory } })
const house = await openHouse({ config, clock: systemClock(), log: openLog('silent') })
const digest = await disclose(house, ROWS)
const server = await servePublicPages(house)
const address = `${server.address.url}/public/drives/1`

async function timed(headers: Record<string, string> = {}) {
  const began = performance.now()
  const answer = await fetch(address, { headers })
  const bytes = (await answer.arrayBuffer()).byteLength
  return { ms: performance.now() - began, bytes, answer }
}
const first = await timed()
const warm = await Promise.all(Array.from({ length: 20 }, () => timed()))
const unchanged = await timed({ 'if-none-match': first.answer.headers.get('etag') ?? '' })
const ms = (one: number) => `${one.toFixed(0)} ms`
const middle = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

console.log(`${ROWS} rows, digest ${digest.slice(0, 12)}`)
console.log(`server, first time      ${ms(first.ms)}, ${(first.bytes / 1_000).toFixed(0)} KB of HTML`)
console.log(`server, kept            ${ms(middle(warm.map((one) => one.ms)))}`)
console.log(`server, nothing changed ${ms(unchanged.ms)} (${unchanged.answer.status})`)

const browser = await openBrowser()
const paints: number[] = []
const whole: number[] = []
for (let load = 0; load < LOADS; load++) {
  const tab = await browser.openTab(address, PHONE)
  // A short page is there before it is painted: the entry is waited for.
  const times = (await tab.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const first = list.getEntriesByName('first-contentful-paint')[0]
      if (first) resolve({
        paint: first.startTime,
        whole: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
      })
    }).observe({ type: 'paint', buffered: true })
  })`)) as { paint: number; whole: number }
  paints.push(times.paint)
  whole.push(times.whole)
  await browser.closeTabs()
}
console.log(
  `first paint in Chromium ${ms(middle(paints))} in the middle, ${ms(Math.max(...paints))} at most, of ${LOADS}`,
)
console.log(`all rows there          ${ms(middle(whole))} in the middle, ${ms(Math.max(...whole))} at most`)
const tab = await browser.openTab(address, { viewport: { width: 1366, height: 768 } })
const began = performance.now()
const pdf = await tab.pdf({ preferCSSPageSize: true })
console.log(
  `printed to PDF          ${ms(performance.now() - began)}, ${(pdf.byteLength / 1_000).toFixed(0)} KB`,
)

await browser.close()
await server.close()
await house.close()
await removeFolder(directory)
