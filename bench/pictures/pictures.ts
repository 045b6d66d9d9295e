/**
 * `node bench/pictures/pictures.ts [FOLDER]`: how long a picture of each kind takes, the first and the
 * median of the others, how large it is, and what memory the house and the process that draws for it hold.
 * With a folder every picture is written there, to be looked at.
 */

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { painterAside } from '../../src/adapters/pictures/painter.ts'
import type { Picture } from '../../src/kernel/picture.ts'
import * as samples from './samples.ts'

const ROUNDS = 20
const pictures: Readonly<Record<string, Picture>> = {
  poster: samples.poster,
  'poster, no code': samples.plainPoster,
  certificate: samples.certificate,
  'certificate, long': samples.longCertificate,
  'table of 0': samples.table(0),
  'table of 1': samples.table(1),
  'table of 40': samples.table(40),
  'table of 500': samples.table(500),
  chart: samples.chart,
  'chart of names': samples.chartOfNames,
  'chart of months': samples.chartOfMonths,
  'chart of nothing': samples.emptyChart,
  'rate trend': samples.rateTrend,
  'trend of 1': samples.trendOfOne,
  'trend of 24': samples.trendOf24,
  'trend of days': samples.trendOfDays,
  comparison: samples.comparison,
  ranking: samples.ranking,
  ages: samples.ages,
  'brief of 1': samples.brief(1),
  'brief of 8': samples.brief(8),
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024)
const own = () => megabytes(process.memoryUsage.rss())
/** The resident memory of the largest process that this one began. */
function drawing(): number {
  const sizes = execFileSync('ps', ['-o', 'rss=', '--ppid', String(process.pid)], { encoding: 'utf8' })
  return megabytes(Math.max(...sizes.trim().split('\n').map(Number)) * 1024)
}

const painter = painterAside({ keptMs: 500 })
const before = own()
let most = before

process.stdout.write('picture               first ms   median ms   pages   KB a page   MB of the process\n')
for (const [name, picture] of Object.entries(pictures)) {
  const times: number[] = []
  let pages: readonly Uint8Array[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now()
    pages = await painter.paint(picture)
    times.push(performance.now() - start)
    most = Math.max(most, own())
  }
  const [first = 0, ...rest] = times
  const median = rest.sort((one, other) => one - other)[ROUNDS / 2] ?? 0
  const size = pages.reduce((all, { length }) => all + length, 0) / pages.length / 1024
  const columns = [
    first.toFixed(0).padStart(8),
    median.toFixed(0).padStart(12),
    String(pages.length).padStart(8),
  ]
  process.stdout.write(
    `${name.padEnd(22)}${columns.join('')}${size.toFixed(0).padStart(12)}${String(drawing()).padStart(20)}\n`,
  )
  write(name, pages)
}

await pause(2_000)
process.stdout.write(`the house: ${before} MB before, at most ${most} MB meanwhile, ${own()} MB afterwards\n`)

function write(name: string, pages: readonly Uint8Array[]): void {
  const [folder] = process.argv.slice(2)
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  pages.forEach((page, at) => {
    writeFileSync(join(folder, `${name.replaceAll(/[ ,]+/gu, '-')}-${at + 1}.png`), page)
  })
}
