/** From a question of the closed list to what is said to it, by what this person may see. Reads only. */
import { dayOf } from '../../../kernel/clock.ts'
import { type Directory, scopeOf } from '../../../kernel/directory.ts'
import { may, type Person } from '../../../kernel/person.ts'
import type { Standing } from '../../../kernel/standing.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Calendar } from '../../../kernel/working-days.ts'
import { NOWHERE, type Question } from '../asking/question.ts'
import type { MeasuresStore, Sight } from '../measures/measures.store.ts'
import type { OversightStore, Reach } from '../oversight.store.ts'
import { answerAge } from './age.ts'
import { dayOfQuestion } from './answer-day.ts'
import type { Asking } from './asking.ts'
import { answerComparison } from './compare.ts'
import { answerCount } from './count.ts'
import type { Draft } from './draft.ts'
import { type Footing, spokenDay } from './footing.texts.ts'
import { matterTexts } from './matter.texts.ts'
import { byNumber, byWords, type Matter } from './matter.ts'
import { answerNews } from './news.ts'
import { refusedPlace } from './outside.ts'
import { answerScope, seesAll } from './own-scope.ts'
import { answerRanking } from './rank.ts'
import { answerRate } from './rate.ts'
import { answerReasons } from './reasons.ts'
import { refusalTexts as texts } from './refusal.texts.ts'
import { answerShare } from './share.ts'
import { answerStanding } from './standing.ts'
import { answerTrend } from './trend.ts'
import { answerWhy } from './why.ts'

export interface Option {
  readonly label: string
  readonly question: Question
}

export type Found =
  | {
      readonly kind: 'told'
      readonly draft: Draft
      readonly day: string
      /** Null where there is no range to speak of: one's own range, or what another feature keeps. */
      readonly footing: Footing | null
    }
  | { readonly kind: 'refused'; readonly why: string; readonly text: string }
  | { readonly kind: 'several'; readonly asks: string; readonly options: readonly Option[] }

export interface Seeking {
  readonly store: OversightStore
  readonly measures: MeasuresStore
  readonly person: Person
  readonly directory: Directory
  readonly work: Work
  readonly calendar?: Calendar | undefined
  /** What the feature answered that keeps it, for a question about a drive, receipts or visits. */
  readonly standing?: Standing | undefined
}

const refused = (why: string, text: string): Found => ({ kind: 'refused', why, text })

export async function findAnswer(question: Question, seeking: Seeking): Promise<Found> {
  const { measures, person, directory, work, standing } = seeking
  const today = dayOf(work.at)
  if (question.kind === 'sealed') return refused('sealed', texts.sealed())
  if (question.kind === 'drive' || question.kind === 'receipts' || question.kind === 'visits')
    return standing === undefined
      ? refused('nothing', texts.noStanding(question.kind))
      : { kind: 'told', draft: answerStanding(standing), day: today, footing: null }
  const day = dayOfQuestion(question, today)
  const where = 'where' in question ? question.where : NOWHERE
  const sight: Sight = {
    person,
    day,
    where: question.kind === 'scope' ? { ...NOWHERE, mine: true } : where,
  }
  const reach = await measures.reach(sight, work)
  if (reach.kind === 'nothing') return refused('not-allowed', texts.notAllowed())
  if (reach.kind === 'scope' && reach.companies.size + reach.chambers.size === 0)
    return question.kind === 'scope' && may(person, 'appeal.see-all')
      ? { kind: 'told', draft: seesAll(), day, footing: null }
      : refused('nobody', texts.nobody(day === today ? null : spokenDay(day)))
  const outside = refusedPlace(question, reach, person, directory, work.at)
  if (outside !== undefined) return refused('outside', outside)
  const asking: Asking = { ...seeking, sight, reach, at: work.at }
  const footing: Footing = { at: work.at, dutyDay: dutyDayOf(reach, day, seeking), reach, where, directory }
  if (question.kind === 'number' || question.kind === 'matter') {
    const matter =
      question.kind === 'number' ? await byNumber(question, asking) : await byWords(question, asking)
    return ofMatter(matter, reach, day, { ...footing, where: NOWHERE })
  }
  if (question.kind === 'scope') return { kind: 'told', draft: answerScope(asking), day, footing: null }
  return { kind: 'told', draft: await draftOf(question, asking), day, footing }
}

type Figured = Exclude<
  Question,
  { kind: 'sealed' | 'drive' | 'receipts' | 'visits' | 'number' | 'matter' | 'scope' }
>

function draftOf(question: Figured, asking: Asking): Promise<Draft> {
  switch (question.kind) {
    case 'count':
      return answerCount(question, asking)
    case 'rate':
      return answerRate(question, asking)
    case 'share':
      return answerShare(question, asking)
    case 'trend':
      return answerTrend(question, asking)
    case 'comparison':
      return answerComparison(question, asking)
    case 'why':
      return answerWhy(question, asking)
    case 'ranking':
      return answerRanking(question, asking)
    case 'reasons':
      return answerReasons(question, asking)
    case 'age':
      return answerAge(question, asking)
    case 'news':
      return answerNews(question, asking)
  }
}

function ofMatter(matter: Matter, reach: Reach, day: string, footing: Footing): Found {
  switch (matter.kind) {
    case 'draft':
      return { kind: 'told', draft: matter.draft, day, footing }
    case 'not-found':
      return refused(
        'not-found',
        matter.asked === null
          ? texts.matterNotFound(reach.kind === 'all')
          : texts.numberNotFound(matter.asked, reach.kind === 'all'),
      )
    case 'several':
      return {
        kind: 'several',
        asks: matter.surely ? matterTexts.whichMatter() : matterTexts.noneFits(matter.entries.length),
        options: matter.entries.map((entry) => ({
          label: matterTexts.option(entry),
          question: { kind: 'number', numbers: [entry.number] },
        })),
      }
  }
}

/** The day is said only where its responsibilities were not today's. */
function dutyDayOf(reach: Reach, day: string, { person, directory, work }: Seeking): string {
  const today = dayOf(work.at)
  // Going through the roster takes tens of milliseconds with thousands of firms.
  if (reach.kind !== 'scope' || person.code === undefined || day === today) return ''
  const now = scopeOf(directory, person.code, today)
  const isSame =
    new Set(reach.companies).symmetricDifference(now.companies).size +
      new Set(reach.chambers).symmetricDifference(now.chambers).size ===
    0
  return isSame ? '' : day
}
