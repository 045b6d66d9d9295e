import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { type Directory, scopeOf } from '../../../kernel/directory.ts'
import { may, type Person } from '../../../kernel/person.ts'
import { countsFor, type Visit } from '../visit.ts'
import { sameness } from '../visit-sameness.ts'
import { visitNumber, visitsTexts } from '../visits.texts.ts'
import type { VisitsParts } from '../visits-parts.ts'
import { amendDraft } from './amend-draft.ts'
import { readDraft } from './read-draft.ts'
import { breaksOff, isPlanned, kindIn } from './read-visit.ts'
import { recordTexts as texts } from './record.texts.ts'
import type { FoundProblem, VisitDraft, VisitOrder } from './visit-draft.ts'

/** What fits one preview and one round of the office's work. */
const MOST_PROBLEMS = 20

/** Whether somebody may change this record: the office, and whose visit it is. */
export const mayChange = (person: Person, { leader, deputy, by }: Visit): boolean =>
  may(person, 'visit.decide') ||
  (may(person, 'visit.record') && person.code !== undefined && [leader, deputy, by].includes(person.code))

export async function planVisit(
  order: VisitOrder,
  parts: Pick<VisitsParts, 'visits' | 'matters'>,
  doing: Doing,
): Promise<Plan<VisitOrder>> {
  const { by, work } = doing
  const { person } = by
  if (person.code === undefined || !may(person, 'visit.record'))
    return { kind: 'refused', text: visitsTexts.notYours() }
  if (order.corrects === null && order.draft === null && isPlanned(order.text))
    return { kind: 'refused', text: texts.planned() }
  const directory = await doing.directory()
  const before = order.corrects === null ? undefined : await parts.visits.find(order.corrects, work)
  if (
    order.corrects !== null &&
    (before === undefined || before.state !== 'recorded' || !mayChange(person, before))
  )
    return { kind: 'refused', text: visitsTexts.noSuch(visitNumber(order.corrects)) }
  const read = parts.matters.read
  const isLeader = person.roles.includes('leader')
  const begun =
    order.draft ??
    (before === undefined
      ? readDraft(order.text, { code: person.code, isLeader }, directory, read, work.at)
      : amendDraft(draftOf(before), order.text, directory, read, work.at))
  const amended = order.answers.reduce((one, said) => amendDraft(one, said, directory, read, work.at), begun)
  const draft = forSpeaker(amended, person, isLeader)
  const today = dayOf(work.at)
  const isNowhere = draft.companies.length + draft.chambers.length === 0 && draft.which === null
  // 我去了趟银行: words that anybody says of anywhere are no visit without a place of the roster.
  const isElsewhere = kindIn(order.text) === undefined && !breaksOff(order.text)
  if (isNowhere && order.corrects === null && isElsewhere) return { kind: 'refused', text: texts.nowhere() }
  const question = questionOf(draft, today, directory)
  if (question !== undefined) return { kind: 'asking', question }
  const { leader } = draft
  if (leader === null) return { kind: 'asking', question: texts.whoWent() }
  if (draft.problems.length > MOST_PROBLEMS) return { kind: 'refused', text: texts.tooLong(MOST_PROBLEMS) }
  const linked = {
    ...draft,
    leader,
    problems: await withLinks(draft.problems, person, directory, parts, doing),
  }
  const same = (await parts.visits.listSame(sameness(linked), work))
    .filter(({ number }) => number !== order.corrects)
    .map(({ number }) => number)
  const shown = {
    draft: linked,
    apart: apartFrom(linked, directory),
    same,
    corrects: order.corrects,
    isOwn: leader === person.code,
  }
  return {
    kind: 'ready',
    order: { ...order, answers: [], draft: linked, instead: false },
    preview: `${order.instead === true ? texts.instead() : ''}${texts.preview(shown, today, directory)}`,
  }
}

/** A leader records what they did themselves, or in another's place; the office records for anybody. */
function forSpeaker(draft: VisitDraft, person: Person, isLeader: boolean): VisitDraft {
  const code = person.code ?? ''
  if (draft.deputy !== null && draft.deputy === draft.leader) return { ...draft, deputy: null }
  if (!isLeader || may(person, 'visit.decide') || draft.leader === null || draft.leader === code) return draft
  // Another leader named: together with them, unless said to be in their place, or sent by them.
  if (draft.deputy === code) return draft
  if (draft.deputy !== null) return { ...draft, leader: code, deputy: null, team: teamWith(draft, code) }
  return { ...draft, leader: code, team: teamWith(draft, code) }
}

const teamWith = ({ leader, deputy, team }: VisitDraft, self: string): string[] => [
  ...new Set([leader, deputy, ...team].filter((one): one is string => one !== null && one !== self)),
]

function questionOf(draft: VisitDraft, today: string, directory: Directory): string | undefined {
  const { which, whichLeader, leader, unclearDay, day, companies, chambers, kind } = draft
  if (whichLeader !== null && leader === null)
    return texts.whichLeader(whichLeader.said, whichLeader.leaders, directory)
  if (leader === null) return texts.whoWent()
  if (which !== null) return texts.whichCompany(which.said, which.companies, directory)
  if (companies.length === 0 && chambers.length === 0) return texts.whereTo(kind)
  if (unclearDay !== null) return texts.whichDay(unclearDay)
  return day > today ? texts.notYet(day, today) : undefined
}

/**
 * What goes on belongs to the open appeal of its field. Whoever tells it sees appeals only of companies that they
 * answer for: of others nothing is shown, and the office links them.
 */
async function withLinks(
  problems: readonly FoundProblem[],
  person: Person,
  directory: Directory,
  { matters }: Pick<VisitsParts, 'matters'>,
  { work }: Doing,
): Promise<FoundProblem[]> {
  const seesAll = may(person, 'appeal.see-all')
  const scope = seesAll ? undefined : scopeOf(directory, person.code ?? '', dayOf(work.at)).companies
  return Promise.all(
    problems.map(async (one) => {
      const mayRead = one.company !== null && (scope === undefined || scope.has(one.company))
      if (one.alone) return one
      if (one.link !== null) {
        // A number that somebody said, or that was shown before: still theirs to see, and still open.
        const found = await matters.find(one.link, work)
        const isTheirs =
          found?.isOpen === true &&
          found.company !== null &&
          (scope === undefined || scope.has(found.company)) &&
          (one.company === null || found.company === one.company)
        if (!isTheirs) return { ...one, link: null, linkLine: null }
        return { ...one, company: one.company ?? found.company, linkLine: found.line }
      }
      if (!mayRead || one.company === null || !one.goesOn) return one
      const open = await matters.alike(
        { company: one.company, words: one.words, category: one.category },
        work,
      )
      const fitting = open.filter(({ isSameField, isLikely }) => isSameField || isLikely)
      const [best, ...others] = fitting
      const sure = best !== undefined && (others.length === 0 || best.isLikely) ? best : undefined
      return sure === undefined ? one : { ...one, link: sure.number, linkLine: sure.line }
    }),
  )
}

/** Places that count for nobody by this visit. */
function apartFrom(draft: VisitDraft & { readonly leader: string }, directory: Directory): readonly string[] {
  const counted = countsFor({ ...draft, state: 'recorded' }, directory)
  return [
    ...draft.companies.filter((code) => !counted.some(({ company }) => company === code)),
    ...draft.chambers.filter(
      (code) => !counted.some(({ company, chamber }) => company === null && chamber === code),
    ),
  ]
}

/** A record as it was, to be put right: its problems stay as they are. */
function draftOf({ kind, leader, deputy, day, companies, chambers, team }: Visit): VisitDraft {
  return {
    kind,
    leader,
    deputy,
    day,
    unclearDay: null,
    companies: [...companies],
    chambers: [...chambers],
    team: [...team],
    problems: [],
    heard: [],
    which: null,
    whichLeader: null,
  }
}
