import { readFile } from 'node:fs/promises'
import { loadYear, type TermsParts } from '../features/appeals/terms/load-year.ts'
import { type NoticeRead, readNotice } from '../features/appeals/terms/read-notice.ts'
import { termsTexts } from '../features/appeals/terms/terms.texts.ts'
import { withTerms } from '../features/appeals/terms/terms-calendar.ts'
import { BUNDLED_YEARS } from '../kernel/bundled-calendars.ts'
import { CalendarYear, mistakesIn } from '../kernel/calendar-year.ts'
import { isoShanghai } from '../kernel/clock.ts'
import { HouseError } from '../kernel/errors.ts'
import { calendarTexts as texts } from './calendar.texts.ts'
import { printJson, printLine } from './command-line.ts'
import { type HouseArguments, withHouse } from './with-house.ts'

interface Options extends HouseArguments {
  readonly json: boolean
}

/** `calendar list`: every year that deadlines can be computed in, and where it comes from. */
export async function calendarListCommand(options: Options): Promise<number> {
  return withHouse(options, async (house) => {
    const loaded = await house.storage.transactions.inOne(house.clock.now(), (work) =>
      house.storage.calendarYears.list(work),
    )
    const byYear = new Map(
      BUNDLED_YEARS.map((data) => [
        data.year,
        { data, loadedBy: texts.bundled(), loadedAt: undefined as Date | undefined },
      ]),
    )
    for (const one of loaded) byYear.set(one.data.year, one)
    const all = [...byYear.values()].sort((a, b) => a.data.year - b.data.year)
    for (const { data, loadedBy, loadedAt } of all) {
      const at = loadedAt === undefined ? {} : { loadedAt: isoShanghai(loadedAt) }
      if (options.json) await printJson({ ...data, loadedBy, ...at })
      else await printLine([data.year, data.notice ?? '—', loadedBy, ...Object.values(at)].join('  '))
    }
    return 0
  })
}

/** `calendar add FILE`: a year's notice as JSON, or as the text of the notice. Gives the exit code. */
export async function calendarAddCommand(options: Options & { readonly file: string }): Promise<number> {
  const { file } = options
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new HouseError('import', texts.unreadable(file), { cause })
  })
  const read = file.toLowerCase().endsWith('.json') ? readJson(content, file) : readNotice(content)
  if ('mistakes' in read) {
    if (options.json)
      for (const mistake of read.mistakes) await printJson({ kind: 'error', message: mistake })
    else for (const line of [texts.refused(file), ...read.mistakes]) await printLine(line)
    return 1
  }
  const { year } = read
  return withHouse(options, async ({ desk, storage, workdays, config }) => {
    const parts: TermsParts = {
      ...storage,
      store: storage.appeals,
      calendar: withTerms(workdays.calendar, config.terms),
    }
    const summary = await desk.act(async (doing) => {
      await workdays.refresh(doing.work)
      return loadYear(year, 'command-line', parts, doing)
    })
    if (options.json) await printJson({ kind: 'loaded', ...year, summary })
    else for (const line of [...termsTexts.holidays(year), summary]) await printLine(line)
    return 0
  })
}

function readJson(content: string, file: string): NoticeRead {
  let given: unknown
  try {
    given = JSON.parse(content.replace(/^\ufeff/u, ''))
  } catch (cause) {
    throw new HouseError('import', texts.notJson(file, cause instanceof Error ? cause.message : ''), {
      cause,
    })
  }
  const parsed = CalendarYear.safeParse(given)
  return parsed.success ? { year: parsed.data } : { mistakes: mistakesIn(parsed.error, given) }
}
