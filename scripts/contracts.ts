/**
 * `npm run contracts`: runs the contract suite against every platform and prints the table of cases × platforms.
 * Ends with 1 when anything is broken, or when a platform did not run at all.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CellResult, countRuns, drawTable } from './contracts-table.ts'

const PLATFORMS = ['stdio', 'terminal', 'web-chat', 'telegram', 'wechat', 'wecom']
const root = fileURLToPath(new URL('..', import.meta.url))

interface Report {
  readonly success: boolean
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[] | null
      readonly meta: { readonly cell?: Omit<CellResult, 'status'> }
    }[]
  }[]
}

const directory = await mkdtemp(join(tmpdir(), 'niangjia-contracts-'))
const file = join(directory, 'report.json')
try {
  const code = await run(['run', 'test/contracts/platforms', '--reporter=json', `--outputFile=${file}`])
  const report: Report = JSON.parse(await readFile(file, 'utf8'))
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const cells = tests.flatMap(({ meta, status }) =>
    meta.cell === undefined ? [] : [{ ...meta.cell, status }],
  )
  console.log(drawTable(cells, PLATFORMS))
  console.log(`\n${countRuns(cells, PLATFORMS)}`)
  for (const { name, message } of report.testResults) if (message) console.log(`\n${name}\n${message}`)
  for (const { fullName, status, failureMessages } of tests)
    if (status === 'failed') console.log(`\n✗ ${fullName}\n${failureMessages?.join('\n')}`)
  const missing = PLATFORMS.filter((platform) => !cells.some((cell) => cell.platform === platform))
  if (missing.length > 0) console.log(`\nNo case ran for ${missing.join(', ')}.`)
  process.exitCode = code === 0 && report.success && missing.length === 0 ? 0 : 1
} finally {
  await rm(directory, { recursive: true, force: true })
}

function run(options: readonly string[]): Promise<number> {
  const vitest = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...options], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    vitest.once('error', reject)
    vitest.once('exit', (code) => resolve(code ?? 1))
  })
}
