import type { Answers, Desk, Performs } from '../../conversation/desk.ts'
import type { Doing, Reading } from '../../conversation/feature.ts'
import { dayOf } from '../../kernel/clock.ts'
import { may, type Person } from '../../kernel/person.ts'
import { follow } from './answers/follow.ts'
import { tellAnswer } from './answers/tell-answer.ts'
import { askDialogue } from './ask.dialogue.ts'
import type { AskEffect, AskQuery, ModelQuery } from './ask.effects.ts'
import type { AskParts } from './ask-parts.ts'
import type { AskData } from './ask-state.ts'
import { readAgainErrand } from './asking/read-again.ts'
import { type Asked, readAsked } from './asking/read-asked.ts'
import { drawErrand, orderDrawing } from './figures/draw-chart.ts'
import type { Figure } from './figures/figure.ts'
import { passLink } from './figures/pass-link.ts'
import { pictureDialogue } from './figures/picture.dialogue.ts'
import { mayOpen } from './figures/sight-day.ts'
import { writeSheet } from './figures/write-sheet.ts'

/** Staff have lists of their own in the appeals; where those claim the words too, theirs comes first. */
const STAFF_LESS = 0.25
/** Said of nothing but an answer that was given; it may interrupt another talk. */
const OF_AN_ANSWER =
  /表格|excel|电子表|链接|网页|念(?:给|一|出)|画.{0,2}图|第.{1,2}[个件条项家].{0,4}(?:详细|具体|展开|说说|讲讲|怎么回事|咋回事)/iu
/** Nothing by itself: below what may interrupt another talk. */
const MOST_OF_FOLLOW_UP = 0.5
const ANSWERS_OUR_LETTER = 0.9
/** Only what other features make nothing of may go on with an answer by so little. */
const FAINT = 0.5
const BARE_NUMBER = 0.31
const REFUSED_SCORE = 0.4
/** Members are refused kindly only where the words leave little doubt that others' figures are asked. */
const SURELY = 0.7

/** So long an answer is what somebody goes on with. */
const CONTEXT_MINUTES = 15

/** 领导问数: the ledger in plain Chinese, within what one answers for. */
export function askDesk(parts: AskParts): Desk {
  return {
    dialogues: [askDialogue, pictureDialogue],
    recognise(said, { by, answered }) {
      const asked = readAsked(said.text, by.at)
      if (asked === undefined) return []
      return readingsOf(asked, by.person, figureIn(answered))
    },
    answers: {
      'oversight.hasModel': async () => parts.questionModel !== undefined,
      'oversight.figure': ({ number }, doing) => figureBefore(parts, number, doing),
      'oversight.look': (query, doing) => tellAnswer(parts, query, doing),
      async 'oversight.follow'({ act, figure, standing }, doing) {
        const found = figure === null ? undefined : await parts.figures.find(figure, doing.work)
        return follow(parts, { act, figure: found, standing }, doing)
      },
      async 'oversight.entry'({ numbers }, doing) {
        const seer = { person: doing.by.person, day: dayOf(doing.work.at) }
        for (const number of numbers) {
          const entry = await parts.store.find(seer, number, doing.work)
          doing.audit('oversight.look', `appeal:${number}`, {
            question: 'number',
            count: entry === undefined ? 0 : 1,
          })
          if (entry !== undefined) return entry
        }
        return undefined
      },
    } satisfies Answers<AskQuery | ModelQuery>,
    performs: {
      'oversight.draw': async (effect, doing) => orderDrawing(effect, doing),
      'oversight.sheet': (effect, doing) => writeSheet(effect, parts, doing),
      'oversight.readAgain': async ({ data }, doing) =>
        doing.order({ kind: 'oversight.readAgain', data, key: `${doing.turnKey}:read` }),
      'oversight.link': (effect, doing) => passLink(effect, parts, doing),
    } satisfies Performs<AskEffect>,
    runs: { 'oversight.draw': drawErrand(parts), 'oversight.readAgain': readAgainErrand(parts) },
  }
}

/** The figure that is named, or else the last that this person was told, while it is still what they go on with. */
async function figureBefore(
  { figures }: AskParts,
  number: number | null,
  { by, work }: Doing,
): Promise<Figure | undefined> {
  if (by.person.code === undefined) return undefined
  const figure =
    number === null
      ? await figures.findLast(by.person.code, new Date(work.at.getTime() - CONTEXT_MINUTES * 60_000), work)
      : await figures.find(number, work)
  return figure !== undefined && mayOpen(figure, by.person) ? figure : undefined
}

/** Of a letter of ours that is answered: the number it told, which stands at its end. */
function figureIn(answered: string | undefined): number | null {
  const found = [...(answered ?? '').matchAll(/明细(\d{1,9})/gu)].at(-1)?.[1]
  return found === undefined ? null : Number(found)
}

function readingsOf(asked: Asked, person: Person, figure: number | null): readonly Reading[] {
  const data: AskData = { asked, figure }
  const base = { dialogue: askDialogue.name, label: '查办理情况', words: asked.words, data } as const
  const isLeader = may(person, 'appeal.see-in-scope')
  if ((isLeader || may(person, 'appeal.see-all')) && asked.needsPrevious) {
    if (figure !== null) return [{ ...base, band: 'role', score: ANSWERS_OUR_LETTER }]
    // 2 may answer whatever else was offered.
    if ([...asked.text].length < 2) return [{ ...base, band: 'smallTalk', score: BARE_NUMBER }]
    // 下一页 turns the pages of the office's own lists first, and 技改补贴 names something else before 技改的呢.
    const isFaint = asked.score < FAINT || !isLeader
    if (isFaint && !OF_AN_ANSWER.test(asked.text))
      return [{ ...base, band: 'smallTalk', score: Math.min(asked.score, MOST_OF_FOLLOW_UP) }]
    const isSure = isLeader && OF_AN_ANSWER.test(asked.text)
    return [
      {
        ...base,
        band: 'role',
        score: isSure ? ANSWERS_OUR_LETTER : Math.min(asked.score, MOST_OF_FOLLOW_UP),
      },
    ]
  }
  if (isLeader) {
    // A question that only resembles ours must not keep a rule from being looked up.
    if (asked.kind === 'unclear') return [{ ...base, band: 'appeal', score: 0.45 }]
    // 补贴是多少 counts nothing of the ledger: the documents, and everybody else who is surer, come first.
    if (asked.score < SURELY) return [{ ...base, band: 'appeal', score: 0.45 }]
    return [{ ...base, band: 'role', score: asked.score }]
  }
  if (may(person, 'appeal.see-all')) {
    if (asked.kind === 'unclear' || asked.kind === 'scope' || DICTATED.test(asked.text)) return []
    const isOurs = NO_LIST.has(asked.kind) && asked.score >= SURELY && !AN_ORDER.test(asked.text)
    const score = isOurs ? 1 : Math.max(0, asked.score - STAFF_LESS)
    return [{ ...base, band: 'role', score }]
  }
  const isOfOthers = OTHERS.has(asked.kind) && asked.score >= SURELY && OF_THE_LEDGER.test(asked.text)
  if (may(person, 'appeal.see-dispatched') || !isOfOthers) return []
  // Their own matters may be meant: whoever claims those comes first.
  return [{ ...base, band: asked.wantsOthers ? 'own' : 'smallTalk', score: REFUSED_SCORE }]
}

/** 通知 农机商会 …, 派单 0312 …: a verb with its matter behind a space. What such a text says in passing asks nothing. */
const AN_ORDER = /^[\p{Script=Han}]{2,4}(?:\d+)?\s/u

/** 通知全体会员：…: what follows the colon is said to others and asks nothing of us. */
const DICTATED = /^(?:请|紧急|再)?(?:发个?)?(?:通知|公告|群发|转发|告知|更正|模板)[^？?。]{0,40}[:：]/u

/** What no list of the office answers, although it may claim some of the words. */
const NO_LIST: ReadonlySet<Asked['kind']> = new Set([
  'share',
  'trend',
  'comparison',
  'why',
  'ranking',
  'reasons',
  'age',
])

/** Said of appeals and nothing else: 谁家有多余的托盘 and 不太满意 are no questions of ours. */
const OF_THE_LEDGER =
  /诉求|反映的|上报的|投诉|办结|办理|没办|未办|[几多少]件|超期|逾期|退单|解决率|满意率|响应率|办结率|三率|(?:全县|全市|各家|别家|别人|其他企业|商会).*(?:问题|情况)/u

/** Questions that nobody asks about their own matters alone. */
const OTHERS: ReadonlySet<Asked['kind']> = new Set([
  'count',
  'news',
  'rate',
  'share',
  'trend',
  'comparison',
  'ranking',
  'age',
])
