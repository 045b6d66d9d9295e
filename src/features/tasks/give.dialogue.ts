import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, type Step, step } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import type { Directory } from '../../kernel/directory.ts'
import type { Choice } from '../../kernel/letter-draft.ts'
import { namesMembers } from '../../kernel/members-named.ts'
import { may } from '../../kernel/person.ts'
import { findInstruction } from './instruction-words.ts'
import { findOfficials } from './officials-named.ts'
import { AddresseeState, numbersIn, Wish, whomItMeans, wishOf } from './plan-giving.ts'
import { findDue } from './read-due.ts'
import type { Addressee } from './task.ts'
import { callAddressee } from './task-people.ts'
import { type AppealGlance, asking, type TaskPlan, type TasksEffect } from './tasks.effects.ts'
import { aboutLine, giveChoices, taskTexts as texts } from './tasks.texts.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('whichAppeal'), wish: Wish }),
  z.object({
    step: z.literal('toWhom'),
    wish: Wish,
    question: z.string(),
    options: z.array(z.object({ label: z.string(), to: AddresseeState })),
  }),
  z.object({ step: z.literal('when'), wish: Wish, question: z.string() }),
  z.object({
    step: z.literal('confirming'),
    wish: Wish,
    appeal: z.string().nullable(),
    about: z.string().nullable(),
    to: z.array(AddresseeState),
    dueAt: z.string().nullable(),
    preview: z.string(),
  }),
  z.object({ step: z.literal('given') }),
  z.object({ step: z.literal('refused') }),
  z.object({ step: z.literal('abandoned') }),
])
export type GiveState = z.infer<typeof State>
type Open = Extract<GiveState, { wish: Wish }>
type GiveStep = Step<GiveState, TasksEffect>

interface Known {
  readonly directory?: Directory
  readonly glance?: AppealGlance
  readonly plan?: TaskPlan
}

/** 批示, 交办: who gets what of whom by when, read back with the words to the letter before it goes. */
export const giveDialogue: Dialogue<GiveState, Known, TasksEffect> = {
  name: 'tasks.give',
  version: 1,
  schema: State,
  finalSteps: ['given', 'refused', 'abandoned'],
  idleMinutes: 24 * 60,

  needs(state, turn, beginning, known): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'task.give')) return {}
    const facts = known as Known
    const wanted: Record<string, Query> = { directory: { ask: 'membership.directory' } }
    const wish = wishAt(state, turn, beginning, facts.directory)
    if (wish === undefined) return {}
    const { alternatives } = wish
    if (alternatives.length > 0) wanted.glance = { ask: 'oversight.entry', numbers: alternatives } as Query
    const isLookedUp = facts.directory !== undefined && (alternatives.length === 0 || 'glance' in known)
    if (!isLookedUp || facts.directory === undefined) return wanted
    const meant = whomItMeans(wish, facts.glance, facts.directory, turn.by.person.code, turn.by.at)
    if (meant.kind === 'to') wanted.plan = asking({ ask: 'tasks.plan', to: meant.to, due: wish.due })
    return wanted
  },

  start(turn, known, beginning) {
    if (!may(turn.by.person, 'task.give')) return refused(texts.notAllowed())
    return settle(Wish.parse(beginning.data), known, turn)
  },

  next(state, turn, known) {
    if (!('wish' in state)) return step(state)
    switch (turn.kind) {
      case 'cancel':
        return abandoned(texts.notGiven())
      case 'silence':
        return abandoned(texts.givingTimedOut())
      case 'no':
        return state.step === 'whichAppeal' ? changed(state, turn, known) : abandoned(texts.notGiven())
      case 'yes':
        return state.step === 'confirming'
          ? given(state, known, turn)
          : step(state, giveDialogue.resume(state))
      default:
        return changed(state, turn, known)
    }
  },

  choices(state) {
    if (state.step === 'confirming') return giveChoices
    if (state.step === 'whichAppeal')
      return [
        ...state.wish.candidates.map((label, i): Choice => ({ id: `appeal-${i}`, label })),
        { id: 'none', label: texts.noneOfThem },
      ]
    return state.step === 'toWhom' ? state.options.map(({ label }, i) => ({ id: `to-${i}`, label })) : []
  },
  number: (state) =>
    state.step === 'confirming' && state.appeal !== null ? state.appeal.slice(5) : undefined,
  resume(state) {
    const text = questionOf(state)
    return text === undefined ? [] : [{ text, choices: giveDialogue.choices?.(state) ?? [] }]
  },
  // A name or a term by itself can mean nothing else here; a preview gives way to other questions.
  takes: (state) => (state.step === 'toWhom' || state.step === 'when' ? 'all' : 'rest'),
}

function questionOf(state: GiveState): string | undefined {
  if (state.step === 'whichAppeal') return texts.whichAppeal()
  if (state.step === 'confirming') return state.preview
  return 'question' in state ? state.question : undefined
}

const refused = (text: string): GiveStep => step<GiveState, TasksEffect>({ step: 'refused' }, [{ text }])
const abandoned = (text: string): GiveStep => step<GiveState, TasksEffect>({ step: 'abandoned' }, [{ text }])

/** What is wanted after this turn; the same in `needs` and in the step. */
function wishAt(
  state: GiveState | undefined,
  turn: Turn,
  beginning: Beginning | undefined,
  directory: Directory | undefined,
): Wish | undefined {
  if (state === undefined) {
    const wish = Wish.safeParse(beginning?.data)
    return wish.success ? wish.data : undefined
  }
  if (!('wish' in state)) return undefined
  const { wish } = state
  if (turn.kind === 'choose') return { ...wish, ...chosen(state, turn.choice) }
  // 都不是: of none of them, or of one that is named now.
  if (state.step === 'whichAppeal' && (turn.kind === 'skip' || turn.kind === 'no'))
    return { ...wish, candidates: [] }
  if (state.step === 'when' && turn.kind === 'skip') return { ...wish, due: null }
  return turn.kind === 'say' ? changedBy(turn.said.text, state, turn, directory) : wish
}

function chosen(state: Open, choice: string): Partial<Wish> {
  const at = Number(/\d+$/u.exec(choice)?.[0] ?? -1)
  if (state.step === 'whichAppeal') {
    const number = state.wish.candidates[at]
    if (number !== undefined) return { candidates: [], alternatives: [number] }
    return choice === 'none' ? { candidates: [] } : {}
  }
  const option = state.step === 'toWhom' ? state.options[at] : undefined
  return option === undefined ? {} : { to: [option.to] }
}

const NO_TERM = /^(?:不定|不限|没有|不设|无|不用)(?:期限|时间)?(?:了)?$/u

/** 给供电公司, 改成五天, 是0313: what changes; the rest stays, and the words join the ones to be quoted. */
function changedBy(text: string, state: Open, { by }: Turn, directory: Directory | undefined): Wish {
  const { wish } = state
  const numbers = numbersIn(text, by.at)
  // A whole instruction about an appeal is another one, not a change of this.
  if (numbers.length > 0 && findInstruction(text, by.at)?.names) return wishOf(text, undefined, by.at)
  const due = findDue(text, by.at)?.wish
  const named = directory === undefined ? undefined : findOfficials(directory, text, by.person.code)
  const to = named === undefined || named.unclear !== undefined ? [] : named.to
  const isNone = state.step === 'whichAppeal' && /^都?不是/u.test(text.trim())
  const change: Partial<Wish> = {
    ...(numbers.length > 0 ? { alternatives: [...numbers], candidates: [] } : {}),
    ...(isNone ? { candidates: [] } : {}),
    ...(due === undefined ? {} : { due }),
    ...(state.step === 'when' && NO_TERM.test(text.trim()) ? { due: null } : {}),
    ...(to.length === 0 ? {} : { to: [...to] }),
  }
  const says = (due !== undefined || to.length > 0) && !wish.text.includes(text.trim())
  return { ...wish, ...change, ...(says ? { text: `${wish.text}\n${text.trim()}` } : {}) }
}

function changed(state: Open, turn: Turn, known: Known): GiveStep {
  const wish = wishAt(state, turn, undefined, known.directory)
  if (wish === undefined || known.directory === undefined) return step(state, giveDialogue.resume(state))
  const isSame = JSON.stringify(wish) === JSON.stringify(state.wish)
  if (!isSame) return settle(wish, known, turn)
  const again = giveDialogue.resume(state)
  if (state.step === 'whichAppeal') return step(state, again)
  const hint =
    state.step === 'confirming'
      ? texts.notChanged()
      : state.step === 'when'
        ? texts.when()
        : texts.notYetOne()
  return state.step === 'confirming'
    ? step<GiveState, TasksEffect>(state, [{ text: hint }, ...again])
    : step<GiveState, TasksEffect>(state, [{ text: hint, choices: giveDialogue.choices?.(state) ?? [] }])
}

function settle(wish: Wish, { directory, glance, plan }: Known, turn: Turn): GiveStep {
  const { by } = turn
  if (wish.candidates.length > 1) return showing({ step: 'whichAppeal', wish })
  if (directory === undefined) return refused(texts.notAllowed())
  const [number] = wish.alternatives
  if (number !== undefined && glance === undefined)
    return refused(texts.noSuchAppeal(number, may(by.person, 'appeal.see-all')))
  if (glance?.sealed && namesMembers(wish.text, directory)) return refused(texts.namesInSealed(glance.number))
  const meant = whomItMeans(wish, glance, directory, by.person.code, by.at)
  if (meant.kind === 'unknown')
    return showing({ step: 'toWhom', wish, question: texts.unknownAddressee(), options: [] })
  if (meant.kind === 'several') {
    const options = meant.options.map((to) => ({ label: callAddressee(to, directory), to }))
    return showing({ step: 'toWhom', wish, question: texts.severalFit(meant.words), options })
  }
  const due = plan?.dueAt ?? null
  if (plan === undefined) return showing({ step: 'toWhom', wish, question: texts.toWhom(), options: [] })
  if (due !== null && !(due instanceof Date))
    return showing({ step: 'when', wish, question: texts.missingYear(due.missingYear) })
  if (due !== null && due <= by.at)
    return showing({ step: 'when', wish, question: texts.past(texts.moment(due, by.at)) })
  const about = glance === undefined ? null : aboutLine(glance)
  return showing({
    step: 'confirming',
    wish: { ...wish, alternatives: glance === undefined ? [] : [glance.number] },
    appeal: glance?.number ?? null,
    about,
    to: [...meant.to] as Addressee[],
    dueAt: due?.toISOString() ?? null,
    preview: texts.preview(
      { about, status: glance?.status ?? null, text: wish.text, dueAt: due },
      plan.reach,
      by.at,
    ),
  })
}

function showing(state: GiveState): GiveStep {
  return step<GiveState, TasksEffect>(state, giveDialogue.resume(state))
}

/** Looked up again with the yes: what is out of reach by now is not instructed on. */
function given(state: Extract<GiveState, { step: 'confirming' }>, { glance }: Known, { by }: Turn): GiveStep {
  const { appeal, about, wish, to, dueAt } = state
  if (appeal !== null && glance === undefined)
    return refused(texts.noSuchAppeal(appeal, may(by.person, 'appeal.see-all')))
  return step<GiveState, TasksEffect>(
    { step: 'given' },
    [],
    [{ kind: 'tasks.give', appeal, about, text: wish.text, to, dueAt }],
  )
}
