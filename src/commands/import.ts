import { readFile } from 'node:fs/promises'
import { type RosterWorkbook, readRosterSheets } from '../adapters/spreadsheets/roster-sheets.ts'
import { importRoster } from '../features/membership/import-roster.ts'
import { HouseError } from '../kernel/errors.ts'
import { printJson, printLine, say } from './command-line.ts'
import { withHouse } from './with-house.ts'

/** `import FILE`: a roster as JSON or as a workbook with the same sheets. Gives the exit code. */
export async function importCommand(options: {
  file: string
  dryRun: boolean
  json: boolean
  demo: boolean
}): Promise<number> {
  const { content, placeOf } = await readRosterFile(options.file)
  return withHouse(options, async (house) => {
    const { changes, errors } = await importRoster(content, {
      store: house.storage.membership,
      transactions: house.storage.transactions,
      at: house.clock.now(),
      dryRun: options.dryRun,
    })
    if (options.json) {
      for (const change of changes)
        await printJson({ kind: options.dryRun ? 'wouldChange' : 'changed', ...change })
      for (const error of errors)
        await printJson({ kind: 'error', ...error, ...placed(placeOf(error.section, error.row)) })
    } else {
      for (const { section, code, change } of changes)
        await printLine(`${change === 'added' ? '+' : '~'} ${section} ${code}`)
      for (const { section, row, code, reason } of errors) {
        const place = placeOf(section, row) ?? `${section} 第 ${row} 行`
        await printLine(`! ${place}${code === undefined ? '' : `（${code}）`}：${reason}`)
      }
      const verb = options.dryRun ? '将会改动' : '已改动'
      await printLine(
        `${verb} ${changes.length} 项，${errors.length} 行有错${errors.length > 0 ? '，有错的行没有导入' : ''}。`,
      )
    }
    return errors.length > 0 ? 1 : 0
  })
}

const placed = (place: string | undefined) => (place === undefined ? {} : { place })

/** `import --template FILE`: an empty workbook to fill in. Gives the exit code. */
export async function rosterTemplateCommand(path: string): Promise<number> {
  if (!path.toLowerCase().endsWith('.xlsx'))
    throw new HouseError('usage', '--template takes the name of an .xlsx file.')
  const { writeRosterTemplate } = await import('../adapters/spreadsheets/roster-template.ts')
  await writeRosterTemplate(path)
  say(`An empty roster was written to ${path}; fill it in and run \`import ${path}\`.`)
  return 0
}

/** Where an entry stands is only known of a workbook: in JSON it is the entry's number. */
async function readRosterFile(path: string): Promise<RosterWorkbook> {
  if (path.toLowerCase().endsWith('.xlsx')) return readRosterSheets(path)
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new HouseError('import', `The roster ${path} cannot be read: check the path and its permissions.`, {
      cause,
    })
  })
  try {
    return { content: JSON.parse(text.replace(/^\ufeff/u, '')), placeOf: () => undefined }
  } catch (cause) {
    throw new HouseError(
      'import',
      `The roster ${path} is not valid JSON: ${cause instanceof Error ? cause.message : ''}`,
      { cause },
    )
  }
}
