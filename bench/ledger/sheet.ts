// A ledger as a workbook, out and in again: time, memory, and that nothing changed.
//   npm run bench:ledger -- sheet [--rows 20000] [--json]
import { parseArgs } from 'node:util'
import { ledgerBooks } from '../../src/adapters/spreadsheets/ledger-books.ts'
import { type Appeal, untouched } from '../../src/features/appeals/appeal.ts'
import type { LedgerEntry } from '../../src/features/appeals/ledger/ledger-columns.ts'
import { ledgerRows } from '../../src/features/appeals/ledger/ledger-rows.ts'
import { planImport } from '../../src/features/appeals/ledger/plan-import.ts'
import type { Directory } from '../../src/kernel/directory.ts'
import { TODAY } from '../county/load-appeals.ts'

const EMPTY: Directory = {
  version: 1,
  federation: '试验县工商业联合会',
  chambers: new Map(),
  companies: new Map(),
  units: new Map(),
  people: new Map(),
  groups: new Map(),
  responsibilities: [],
}

function entryOf(n: number): LedgerEntry {
  const appeal: Appeal = {
    ...untouched,
    number: `2026-${String(n).padStart(4, '0')}`,
    version: (n % 7) + 1,
    status: n % 9 === 0 ? 'inProgress' : 'closed',
    category: 'financing',
    urgency: 'normal',
    company: { code: null, name: `试验${n % 3000}号机械有限公司` },
    chamber: null,
    asker: { code: null, name: `负责人${n % 3000}` },
    sealed: false,
    anonymous: false,
    summary: '续贷',
    text: `我们厂在开发区二期，银行续贷材料交齐了一直不放款，能不能帮忙协调。${'材料都按要求交过两遍，经办的人换了三次。'.repeat(n % 8)}`,
    files: [],
    sources: [],
    filedAt: new Date(TODAY.getTime() - n * 60_000),
    dueAt: TODAY,
    contactDueAt: TODAY,
    resolveDueAt: TODAY,
    leader: null,
    route: null,
    place: null,
    wish: null,
    resolution: n % 9 === 0 ? null : '已与有关单位对接，问题按程序办理完毕，已回复企业。',
    closeKind: n % 9 === 0 ? null : 'fixed',
  }
  return { appeal, progress: n % 9 === 0 ? '已联系银行' : null }
}

/** Prints what it measured; the highest resident memory is of the whole process. */
export async function benchSheet(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: { rows: { type: 'string', default: '20000' }, json: { type: 'boolean', default: false } },
  })
  const rows = Number(values.rows)
  async function* entries() {
    for (let n = 1; n <= rows; n++) yield entryOf(n)
  }
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 10)
  const taken = () => {
    const mb = Math.round(Math.max(peak, process.memoryUsage().rss) / 1024 / 1024)
    peak = 0
    return mb
  }
  const before = taken()
  const books = ledgerBooks()
  const began = performance.now()
  const bytes = await books.write({ title: '台账', subtitle: `共 ${rows} 件` }, ledgerRows(entries(), EMPTY))
  const written = performance.now()
  const writeMb = taken()
  const sheet = await books.read(bytes, rows)
  const read = performance.now()
  const readMb = taken()
  clearInterval(watch)
  if (!sheet.ok) throw new Error(sheet.reason)
  const current = new Map<string, LedgerEntry>()
  for await (const entry of entries()) current.set(entry.appeal.number, entry)
  const plan = planImport(sheet, current, EMPTY, { move: true })
  const figures = {
    rows,
    fileKb: Math.round(bytes.length / 1024),
    writeMs: Math.round(written - began),
    readMs: Math.round(read - written),
    beforeMb: before,
    writePeakMb: writeMb,
    readPeakMb: readMb,
    unchanged: plan.unchanged,
    changed: plan.changes.length + plan.conflicts.length + plan.wrong.length,
  }
  if (values.json) console.log(JSON.stringify(figures))
  else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(12)} ${value}`)
}
