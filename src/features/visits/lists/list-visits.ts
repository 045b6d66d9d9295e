import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { type Directory, scopeOf } from '../../../kernel/directory.ts'
import { may, type Person } from '../../../kernel/person.ts'
import { mayName } from '../findings/name-appeal.ts'
import { leadersNamed } from '../recording/leaders-named.ts'
import { mentionsIn } from '../recording/place-mentions.ts'
import { mayChange } from '../recording/plan-visit.ts'
import type { Finding, Visit } from '../visit.ts'
import type { VisitFilter } from '../visits.store.ts'
import { companyNameOf, personName, visitNumber, visitsTexts } from '../visits.texts.ts'
import type { VisitsParts } from '../visits-parts.ts'
import { listsTexts as texts } from './lists.texts.ts'
import type { VisitsAsked } from './read-list.ts'

/** Eight, a head and a foot fit a phone. */
const PAGE = 8
/** Visits whose companies are counted for the head of a list. */
const MOST_COUNTED = 2_000

type Parts = Pick<VisitsParts, 'visits' | 'matters'>

export async function listVisits(asked: VisitsAsked, parts: Parts, doing: Doing): Promise<string> {
  const { person } = doing.by
  const seesAll = may(person, 'visit.see-all')
  if (person.code === undefined || (!seesAll && !may(person, 'visit.see-in-scope'))) return texts.notYours()
  switch (asked.list) {
    case 'one':
      return showVisit(asked.number, parts, doing)
    case 'drafts':
      return may(person, 'visit.decide') ? listDrafts(asked.page, parts, doing) : texts.notYours()
    case 'visits':
      return listThem(asked, parts, doing)
  }
}

const wasThere = ({ code }: Person, { leader, deputy, by, team }: Visit): boolean =>
  code !== undefined && [leader, deputy, by, ...team].includes(code)

/** Their own, and those to companies and chambers that they answer for today. */
function maySee(person: Person, visit: Visit, directory: Directory, today: string): boolean {
  if (may(person, 'visit.see-all') || wasThere(person, visit)) return true
  if (!may(person, 'visit.see-in-scope')) return false
  const scope = scopeOf(directory, person.code ?? '', today)
  return (
    visit.companies.some((code) => scope.companies.has(code)) ||
    visit.chambers.some((code) => scope.chambers.has(code))
  )
}

/**
 * A problem is read by the office and by who was there; by a leader who was not, only of companies they answer for,
 * and of a critique visit only what the company agreed to show.
 */
function mayRead(
  person: Person,
  visit: Visit,
  finding: Finding,
  directory: Directory,
  today: string,
): boolean {
  if (may(person, 'visit.decide') || wasThere(person, visit)) return true
  const agreed = visit.kind !== 'critique' || finding.consent === 'unit'
  if (may(person, 'visit.see-all')) return agreed
  const scope = scopeOf(directory, person.code ?? '', today)
  return agreed && finding.company !== null && scope.companies.has(finding.company)
}

/** The whole text speaks of every company at once, also of those that somebody else answers for. */
const mayReadWords = (person: Person, visit: Visit): boolean =>
  may(person, 'visit.decide') ||
  wasThere(person, visit) ||
  (may(person, 'visit.see-all') && visit.kind !== 'critique')

async function showVisit(number: number, { visits, matters }: Parts, doing: Doing): Promise<string> {
  const { by, work } = doing
  const directory = await doing.directory()
  const today = dayOf(work.at)
  const visit = await visits.find(number, work)
  if (visit === undefined || !maySee(by.person, visit, directory, today))
    return visitsTexts.noSuch(visitNumber(number))
  const findings = await visits.listFindings(visit.id, work)
  const shown = await Promise.all(
    findings.map(async (finding) => {
      const appeal = finding.appeal === null ? undefined : await matters.find(finding.appeal, work)
      const isOpen = mayRead(by.person, visit, finding, directory, today)
      const isNamed = isOpen && appeal !== undefined && mayName(by.person, finding, appeal, directory, today)
      return isNamed
        ? { finding, standing: appeal.status, isOpen }
        : { finding: { ...finding, appeal: null }, standing: undefined, isOpen }
    }),
  )
  doing.audit('visits.look', visit.id, { findings: findings.length })
  return texts.one(visit, shown, today, directory, {
    mayChange: mayChange(by.person, visit),
    mayDecide: may(by.person, 'visit.decide'),
    mayReadWords: mayReadWords(by.person, visit),
  })
}

async function listDrafts(page: number, { visits }: Parts, doing: Doing): Promise<string> {
  const { total, findings } = await visits.listByState('draft', (page - 1) * PAGE, PAGE, doing.work)
  doing.audit('visits.look', 'drafts', { total })
  return texts.drafts({ total, page, pages: Math.ceil(total / PAGE) }, findings, await doing.directory())
}

async function listThem(
  asked: Extract<VisitsAsked, { list: 'visits' }>,
  { visits }: Parts,
  doing: Doing,
): Promise<string> {
  const { by, work } = doing
  const directory = await doing.directory()
  const today = dayOf(work.at)
  const seesAll = may(by.person, 'visit.see-all')
  const named = leadersNamed(directory, asked.words)[0]
  const companies = mentionsIn(asked.words, directory).flatMap(({ companies: codes }) => codes)
  const self = by.person.code ?? ''
  const scope = scopeOf(directory, self, today)
  const isMine = asked.mine || (!seesAll && named === undefined && companies.length === 0)
  const who = isMine ? self : named?.leaders.length === 1 ? named.leaders[0] : undefined
  // Others' visits a leader sees where they answer for the place.
  const within =
    seesAll || isMine || who === self
      ? {}
      : { companies: [...scope.companies], chambers: [...scope.chambers] }
  const wanted =
    companies.length === 0
      ? undefined
      : seesAll
        ? companies
        : companies.filter((code) => scope.companies.has(code))
  const filter: VisitFilter = {
    ...within,
    ...(who === undefined ? {} : { who }),
    ...(wanted === undefined ? {} : { companies: wanted, chambers: [] }),
    ...(asked.period === null ? {} : { from: asked.period.from, to: asked.period.to }),
    ...(asked.kind === null || asked.kind === 'visit' ? {} : { kind: asked.kind }),
  }
  const { total, visits: found } = await visits.list(filter, (asked.page - 1) * PAGE, PAGE, work)
  const all = total <= PAGE ? found : (await visits.list(filter, 0, MOST_COUNTED, work)).visits
  const places = new Set(all.flatMap((visit) => visit.companies)).size
  doing.audit('visits.look', who ?? 'all', { total })
  const label = isMine
    ? texts.ownLabel(asked.period?.label ?? null)
    : texts.label(
        who !== undefined
          ? personName(who, directory)
          : wanted?.[0] === undefined
            ? null
            : companyNameOf(wanted[0], directory),
        asked.period?.label ?? null,
      )
  return texts.list(
    { visits: found, total, places, page: asked.page, pages: Math.ceil(total / PAGE), label, isOwn: isMine },
    today,
    directory,
  )
}
