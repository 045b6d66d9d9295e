/** 我还欠几次走访, 谁还没走访, 这个季度走访了几次: told for the feature that is asked. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { type Directory, deputiesOn } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import type { Standing } from '../../../kernel/standing.ts'
import type { StandingQuery } from './duties.effects.ts'
import { kindNames, leaderName, nameOf, periodName, dutiesTexts as texts } from './duties.texts.ts'
import type { DutiesParts } from './duties-parts.ts'
import { type Debt, debtsOn, owing, rulesOn } from './owed.ts'

/** Aloud in twenty seconds. */
const ALOUD = 90

/** Whose visits: one leader's, or everybody's (undefined). */
function whoseOf({ where }: StandingQuery, { person }: Doing['by']): string | undefined | 'nobody' {
  const own = may(person, 'visit.see-in-scope') ? person.code : undefined
  if (may(person, 'visit.see-all')) return where.leader ?? (where.mine ? own : undefined)
  return own === undefined || (where.leader !== null && where.leader !== own) ? 'nobody' : own
}

/** Undefined where the asker may see nothing of the kind. */
export async function visitsStanding(
  query: StandingQuery,
  parts: DutiesParts,
  doing: Doing,
): Promise<Standing | undefined> {
  const whose = whoseOf(query, doing.by)
  if (whose === 'nobody')
    return may(doing.by.person, 'visit.see-in-scope') ? sentence(texts.onlyOwn()) : undefined
  const standing =
    query.of === 'owed' ? await owed(query, whose, parts, doing) : await done(query, whose, parts, doing)
  doing.audit('visits.standing', whose === undefined ? 'all' : `leader:${whose}`, {
    of: query.of,
    lines: standing.lines.length,
  })
  return standing
}

const sentence = (head: string, definition = ''): Standing => ({
  head,
  lines: [],
  definition,
  aloud: head.slice(0, ALOUD),
})

async function owed(
  { visit, where, period, endingBy }: StandingQuery,
  whose: string | undefined,
  { duties, visits }: DutiesParts,
  doing: Doing,
): Promise<Standing> {
  const { work } = doing
  const today = dayOf(work.at)
  const [day = today] = [period.to, today].sort()
  const rules = await duties.listRules(work)
  const { held, from, to } = rulesOn(rules, day)
  if (held.length === 0) return sentence(texts.noRules())
  const directory = await doing.directory()
  const all = debtsOn(held, await visits.listDone(from, to, work), directory, day)
  const debts = all.filter(
    ({ leader, rule, per, code, period: { to: ends } }) =>
      (endingBy === undefined || ends <= endingBy) &&
      (whose === undefined || leader === whose) &&
      (visit === null || rule.kind === visit) &&
      (where.chamber === null || (per === 'chamber' && code === where.chamber)) &&
      (where.company === null || (per === 'company' && code === where.company)),
  )
  if (whose === undefined) return ofAll(debts, directory, day, today)
  if (debts.length > 0) return ofOne(debts, directory, day, today)
  return sentence(ofNobody(whose, all, directory, day))
}

/** By the periods they are counted in, the one that ends first first. */
export function byPeriod(debts: readonly Debt[], today: string) {
  const groups = Map.groupBy(debts, ({ rule, period }) => periodName(rule.every, period.from, today))
  return [...groups]
    .map(([period, some]) => ({ period, to: some[0]?.period.to ?? '', debts: some }))
    .sort((a, b) => a.to.localeCompare(b.to) || b.period.localeCompare(a.period))
}

function ofOne(debts: readonly Debt[], directory: Directory, day: string, today: string): Standing {
  const open = debts.filter((debt) => owing(debt) > 0)
  const groups = byPeriod(open, today)
  const head =
    open.length === 0
      ? texts.nothingOwed(byPeriod(debts, today).map(({ period }) => period))
      : [texts.owedHead(groups), ...allDone(debts, today)].join('；')
  return {
    head,
    lines: groups.flatMap((group) =>
      group.debts.map((debt) => texts.owedLine(debt, group.period, directory)),
    ),
    definition: texts.owedDefinition(day),
    aloud: head.slice(0, ALOUD),
    table: tableOf(debts, directory, today),
  }
}

/** Which kinds are through while others are owed: who asks what is left to visit wants to hear that nothing is. */
function allDone(debts: readonly Debt[], today: string): readonly string[] {
  return byPeriod(debts, today).flatMap(({ period, debts: some }) => {
    const kinds = [...Map.groupBy(some, ({ rule }) => rule.kind)]
      .filter(([, ofKind]) => ofKind.every((debt) => owing(debt) === 0))
      .map(([kind]) => kind)
    return kinds.length === 0 ? [] : [texts.kindsDone(period, kinds)]
  })
}

/** Nothing is asked of them: they answer for nobody, only stand in, or no rule is about what was asked. */
function ofNobody(leader: string, all: readonly Debt[], directory: Directory, day: string): string {
  if (all.some((debt) => debt.leader === leader)) return texts.noSuchRule()
  const standsInFor = directory.responsibilities
    .filter((one) => deputiesOn(one, day).includes(leader))
    .map((one) => one.leader)
  return standsInFor.length === 0
    ? texts.answersForNobody()
    : texts.onlyStandsIn([...new Set(standsInFor)], directory)
}

function ofAll(debts: readonly Debt[], directory: Directory, day: string, today: string): Standing {
  const leaders = new Set(debts.map(({ leader }) => leader))
  const open = debts.filter((debt) => owing(debt) > 0)
  const total = (some: readonly Debt[]) => some.reduce((sum, one) => sum + owing(one), 0)
  const byLeader = [...Map.groupBy(open, ({ leader }) => leader)].sort(([, a], [, b]) => total(b) - total(a))
  const head = texts.owedByAll(byLeader.length, leaders.size, total(open))
  return {
    head,
    lines: byLeader.map(([leader, some]) => texts.leaderLine(leader, some, directory)),
    definition: texts.owedDefinition(day),
    aloud: head.slice(0, ALOUD),
    table: tableOf(debts, directory, today),
  }
}

const tableOf = (debts: readonly Debt[], directory: Directory, today: string) => ({
  heading: ['领导', '对象', '种类', '期间', '要求', '完成', '还欠'],
  rows: debts.map((debt) => [
    leaderName(debt.leader, directory),
    nameOf(debt, directory),
    kindNames[debt.rule.kind],
    periodName(debt.rule.every, debt.period.from, today),
    debt.count,
    debt.done,
    owing(debt),
  ]),
})

async function done(
  { visit, where, period }: StandingQuery,
  whose: string | undefined,
  { visits }: DutiesParts,
  doing: Doing,
): Promise<Standing> {
  const directory = await doing.directory()
  const inChamber = (code: string) => directory.companies.get(code)?.chamber === where.chamber
  const found = (await visits.listDone(period.from, period.to, doing.work))
    .filter(
      (one) =>
        (whose === undefined || one.leader === whose) &&
        (visit === null || one.kind === visit) &&
        (where.company === null || one.companies.includes(where.company)) &&
        (where.chamber === null || one.chambers.includes(where.chamber) || one.companies.some(inChamber)),
    )
    .sort((a, b) => b.day.localeCompare(a.day) || b.number - a.number)
  const head = texts.doneHead(period.label, found)
  return {
    head,
    lines: found.map((one) => texts.doneLine(one, directory, whose === undefined)),
    definition: texts.doneDefinition(),
    aloud: head.slice(0, ALOUD),
  }
}
