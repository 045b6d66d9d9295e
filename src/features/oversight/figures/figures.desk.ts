import type { Answers, Desk } from '../../../conversation/desk.ts'
import type { Query } from '../../../conversation/dialogue.ts'
import type { Doing } from '../../../conversation/feature.ts'
import { whenDue } from '../../../conversation/when-due.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { companiesNamed, spokenName } from '../../../kernel/directory.ts'
import { matchMatter } from '../answers/match-matter.ts'
import { NOWHERE } from '../asking/question.ts'
import type { MeasuresStore } from '../measures/measures.store.ts'
import type { OversightStore } from '../oversight.store.ts'
import type { FiguresStore } from './figures.store.ts'
import { listedLine } from './listed.ts'
import { withNumbers } from './see-figure.ts'
import { mayOpen, sightDayOf } from './sight-day.ts'

/** A quarter: the meeting that a number was asked for is over, and what it rested on can be asked anew. */
const KEPT_DAYS = 90
const DAY_MS = 86_400_000
/** Of the day, when nobody waits for anything. */
const NIGHT = '03:30'
/** As long as 第二件 is said of a list without naming it. */
const SHOWN_MINUTES = 15

/** 明细: forgotten in the night after a quarter; and what of them others may ask. */
type ShownQuery = Query & {
  readonly ask: 'oversight.shown'
  /** 明细12-3; null: the list that whoever speaks was shown last. */
  readonly figure: { readonly number: number; readonly line: number | null } | null
}

type MeantQuery = Query & { readonly ask: 'oversight.meant'; readonly words: string }

interface FiguresDeskParts {
  readonly store: OversightStore
  readonly figures: FiguresStore
  readonly measures: MeasuresStore
}

export function figuresDesk(parts: FiguresDeskParts): Desk {
  const { figures } = parts
  return {
    answers: {
      'oversight.shown': ({ figure }, doing) => shown(figure, parts, doing),
      'oversight.meant': ({ words }, doing) => meant(words, parts, doing),
    } satisfies Answers<ShownQuery | MeantQuery>,
    ...whenDue(
      async (work) => {
        const oldest = await figures.oldestAt(work)
        return oldest === undefined ? undefined : nightAfter(new Date(oldest.getTime() + KEPT_DAYS * DAY_MS))
      },
      async (doing) => {
        const { work } = doing
        const gone = await figures.forget(new Date(work.at.getTime() - KEPT_DAYS * DAY_MS), work)
        if (gone > 0) doing.audit('oversight.forgetFigures', 'figures', { count: gone })
      },
    ),
  }
}

function nightAfter(at: Date): Date {
  const tonight = new Date(`${dayOf(at)}T${NIGHT}:00+08:00`)
  return tonight > at ? tonight : new Date(tonight.getTime() + DAY_MS)
}

/** For other features: the matters of a told number, in its order. Undefined where there is none for them. */
async function shown(
  asked: ShownQuery['figure'],
  { figures, measures }: FiguresDeskParts,
  { by: { person }, work }: Doing,
): Promise<readonly string[] | undefined> {
  if (person.code === undefined) return undefined
  const since = new Date(work.at.getTime() - SHOWN_MINUTES * 60_000)
  const figure =
    asked === null ? await figures.findLast(person.code, since, work) : await figures.find(asked.number, work)
  if (figure === undefined || !mayOpen(figure, person)) return undefined
  const listed = listedLine(figure)
  const number = asked?.line ?? null
  // 明细12-3 of a list is its third matter, of an answer by groups the third group.
  if (listed !== undefined && number !== null) return listed.numbers.slice(number - 1, number)
  const line =
    number === null ? (listed ?? (asked === null ? undefined : figure.lines[0])) : figure.lines[number]
  if (line === undefined) return undefined
  const sight = { person, day: sightDayOf(figure, work.at) }
  const { numbers } = await withNumbers(line, figure, sight, measures, work)
  // 拖得最久的三件 were three that were told, however many it counted.
  const { question } = figure
  return question.kind === 'count' && question.top !== null ? numbers.slice(0, question.top) : numbers
}

/** More open matters of one firm than anybody tells apart by a few words. */
const CANDIDATES = 60

/** For other features: 宏远机械续贷的事, the open matters that words may mean by the firm they name; the likeliest alone. */
async function meant(words: string, { store }: FiguresDeskParts, doing: Doing): Promise<readonly string[]> {
  const { by, work } = doing
  const [company, ...others] = companiesNamed(await doing.directory(), words)
  if (company === undefined || others.length > 0) return []
  const where = { ...NOWHERE, company: company.code }
  const sight = { person: by.person, day: dayOf(work.at), where }
  const found = await store.search(sight, [], CANDIDATES, work)
  const open = found.filter(({ status }) => isOpen(status))
  const names = [company.name, spokenName(company.name), ...company.aliases]
  const { entries, surely } = matchMatter(open, where, pairsOf(words, names))
  return (surely ? entries : open).map(({ number }) => number)
}

/** Said of any matter, also in what the firms themselves wrote. */
const OF_ANY =
  /请|帮忙|协调|解决|处理|办理|落实|抓紧|尽快|牵头|跟进|关注|一下|事情|问题|那个|这个|的事|[回报]我|[\d一二两三四五六七八九十]+[天日]内?/gu

/** Two signs that follow each other, of what is left without names and common words: 续贷, 停电. */
function pairsOf(words: string, names: readonly string[]): readonly string[] {
  let rest = words
  for (const name of names.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(name, ' ')
  const parts = rest.replace(OF_ANY, ' ').split(/[^\p{Script=Han}a-z\d]+/iu)
  return [...new Set(parts.flatMap((part) => [...part].slice(1).map((sign, i) => `${[...part][i]}${sign}`)))]
}
