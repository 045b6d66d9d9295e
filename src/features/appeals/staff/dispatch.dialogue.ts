import { z } from 'zod'
import { type Dialogue, type Query, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { type Terms, usualDays } from '../../../kernel/terms.ts'
import { shortNumber } from '../appeal-number.ts'
import type { DispatchEffect, DispatchPlan, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { MOST_DAYS, USUAL_DAYS } from '../deadlines.ts'
import { mayBeDispatched } from '../life/appeal-moves.ts'
import { needsCoarsening } from '../sealing/outward.ts'
import type { CoarsenFirst } from '../sealing/sealing.effects.ts'
import { dispatchChoices, dispatchTexts as texts } from './dispatch.texts.ts'
import { type DispatchAsked, readWish } from './read-dispatch.ts'
import { Order, type Settled, Slot, settleOrder, withChosen, withWish } from './settle-dispatch.ts'

const About = { number: z.string(), summary: z.string(), sealed: z.boolean(), order: Order }
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asking'), ...About, question: z.string(), options: z.array(Slot) }),
  z.object({ step: z.literal('confirming'), ...About, preview: z.string() }),
  z.object({ step: z.literal('dispatched') }),
  z.object({ step: z.literal('refused') }),
  z.object({ step: z.literal('abandoned') }),
])
export type DispatchState = z.infer<typeof State>
type Does = DispatchEffect | CoarsenFirst
type DispatchStep = Step<DispatchState, Does>
type Open = Extract<DispatchState, { step: 'asking' | 'confirming' }>

interface Known {
  readonly directory?: Directory
  readonly lookup?: Lookup
  readonly plan?: DispatchPlan
  readonly terms?: Terms
}

/** 派单: to which unit, who helps, in how many working days; seen in full before it goes. */
export const dispatchDialogue: Dialogue<DispatchState, Known, Does> = {
  name: 'appeals.dispatch',
  version: 2,
  schema: State,
  finalSteps: ['dispatched', 'refused', 'abandoned'],
  idleMinutes: 24 * 60,
  /** Before there were helpers a state held one unit and its days. */
  upgrade(stored) {
    const { number, summary, sealed, days, unit, unitName, ...rest } = stored as Record<string, unknown>
    const lead = unit === undefined ? null : { code: unit, name: unitName }
    const order = { days, lead, leadWords: '', supporting: [], supportWords: [], unread: [], addsOnly: false }
    return { ...rest, number, summary, sealed, order, options: [] }
  },

  needs(state, turn, beginning, known): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'appeal.dispatch')) return {}
    const directory: Query = { ask: 'membership.directory' }
    const terms: Query = { ask: 'appeals.terms' }
    if (state === undefined) {
      const asked = beginning?.data as DispatchAsked | undefined
      if (asked?.number === undefined) return {}
      const lookup: Query = { ask: 'appeals.lookup', number: asked.number } as Query
      const begun = openingOrder(asked, known)
      return { directory, terms, lookup, ...planFor(begun?.number, begun?.order, known) }
    }
    if (state.step !== 'asking' && state.step !== 'confirming') return {}
    if (turn.kind !== 'say' && turn.kind !== 'choose') return {}
    return { directory, terms, ...planFor(state.number, orderAfter(state, turn, known), known) }
  },

  start(turn, known, beginning) {
    const refused = (text: string): DispatchStep => step<DispatchState, Does>({ step: 'refused' }, [{ text }])
    const asked = beginning.data as DispatchAsked
    if (!may(turn.by.person, 'appeal.dispatch')) return refused(texts.dispatchNotForYou())
    if (asked.number === undefined || known.lookup === undefined) return refused(texts.whichAppeal())
    if (known.lookup.kind === 'last-year') return refused(appealsTexts.lastYear(known.lookup.number))
    if (known.lookup.kind === 'none') return refused(appealsTexts.noSuchNumber(spoken(asked.number)))
    const { appeal } = known.lookup
    const { number, summary, sealed } = appeal
    if (!mayBeDispatched(appeal.status)) return refused(texts.notDispatchable(appeal))
    if (needsCoarsening(appeal))
      return step<DispatchState, Does>(
        { step: 'refused' },
        [],
        [{ kind: 'appeals.coarsen-first', number, after: asked }],
      )
    const begun = openingOrder(asked, known)
    if (begun === undefined) return refused(texts.whichAppeal())
    if (begun.order.addsOnly && begun.order.lead === null) return refused(texts.noLeadYet(number))
    return settle({ number, summary, sealed, order: begun.order }, known, turn)
  },

  next(state, turn, known) {
    if (state.step !== 'asking' && state.step !== 'confirming') return step(state)
    switch (turn.kind) {
      case 'cancel':
      case 'no':
        return step<DispatchState, Does>({ step: 'abandoned' }, [{ text: texts.notDispatched(state.number) }])
      case 'silence':
        return step<DispatchState, Does>({ step: 'abandoned' }, [{ text: texts.timedOut(state.number) }])
      case 'yes':
        return state.step === 'confirming' ? dispatched(state) : step(state, dispatchDialogue.resume(state))
      case 'say':
        if (state.step === 'confirming' && isLost(orderAfter(state, turn, known), known))
          return step(state, [
            { text: texts.notReadBeside(turn.said.text.trim(), state.preview), choices: dispatchChoices },
          ])
        return settle({ ...state, order: orderAfter(state, turn, known) ?? state.order }, known, turn)
      case 'choose':
        return settle({ ...state, order: orderAfter(state, turn, known) ?? state.order }, known, turn)
      default:
        return step(state, dispatchDialogue.resume(state))
    }
  },

  choices: (state) => {
    if (state.step === 'confirming') return dispatchChoices
    return state.step === 'asking' ? state.options.map(asChoice) : []
  },
  number: (state) => (state.step === 'confirming' ? shortNumber(state.number) : undefined),
  resume(state): readonly Say[] {
    if (state.step === 'asking') return [{ text: state.question, choices: state.options.map(asChoice) }]
    return state.step === 'confirming' ? [{ text: state.preview, choices: dispatchChoices }] : []
  },
}

const CHOSEN = 'unit:'
const asChoice = ({ code, name }: Slot) => ({ id: `${CHOSEN}${code}`, label: name })

function dispatched({ number, order }: Extract<DispatchState, { step: 'confirming' }>): DispatchStep {
  const supporting = order.supporting.map(({ code }) => code)
  const effect: Does = order.addsOnly
    ? { kind: 'appeals.support', number, supporting }
    : { kind: 'appeals.dispatch', number, unit: order.lead?.code ?? '', supporting, days: order.days }
  return step<DispatchState, Does>({ step: 'dispatched' }, [], [effect])
}

/** What the command asks for; without a unit named, the one whose field it is, and those that helped go on helping. */
function openingOrder(asked: DispatchAsked, known: Known): { number: string; order: Order } | undefined {
  const { directory, lookup, terms } = known
  if (directory === undefined || lookup?.kind !== 'found') return undefined
  const { appeal } = lookup
  const slotOf = (code: string): Slot => ({ code, name: directory.units.get(code)?.name ?? code })
  const helpers = appeal.supporting.filter((code) => directory.units.has(code)).map(slotOf)
  const addsOnly = asked.unitWords === '' && (asked.supportWords?.length ?? 0) > 0 && asked.days === undefined
  const usual =
    terms === undefined ? USUAL_DAYS[appeal.urgency] : usualDays(terms, appeal.category, appeal.urgency)
  const empty: Order = {
    days: usual,
    lead: addsOnly && appeal.unit !== null ? slotOf(appeal.unit) : null,
    leadWords: '',
    supporting: addsOnly ? [] : helpers,
    supportWords: [],
    unread: [],
    addsOnly,
  }
  const order = withWish(empty, asked, directory)
  if (addsOnly || asked.unitWords !== '') return { number: appeal.number, order }
  // Only the term is to change where somebody has it; otherwise who is responsible by the roster.
  const field = [...directory.units.values()].filter(({ categories }) => categories.includes(appeal.category))
  const own = appeal.unit ?? (field.length === 1 ? (field[0]?.code ?? null) : null)
  return { number: appeal.number, order: own === null ? order : { ...order, lead: slotOf(own) } }
}

/** 改成5天, 给供电公司, 供电公司, 税务局也配合, or one of those on offer: what changes and what stays. */
function orderAfter(state: Open, turn: Turn, { directory }: Known): Order | undefined {
  if (directory === undefined) return undefined
  if (turn.kind === 'choose')
    return turn.choice.startsWith(CHOSEN)
      ? withChosen(state.order, turn.choice.slice(CHOSEN.length), directory)
      : state.order
  if (turn.kind !== 'say') return state.order
  const wish = readWish(turn.said.text)
  const isForHelper =
    state.step === 'asking' && state.order.lead !== null && state.order.supportWords.length > 0
  if (!isForHelper || wish.unitWords === '') return withWish(state.order, wish, directory)
  const { unitWords, ...rest } = wish
  const waiting = { ...state.order, supportWords: [unitWords, ...state.order.supportWords.slice(1)] }
  return withWish(waiting, { ...rest, unitWords: '' }, directory)
}

/** Words that name no unit, nor anything like an office: what was shown stands. */
function isLost(order: Order | undefined, { directory }: Known): boolean {
  if (order === undefined || directory === undefined || order.lead !== null) return false
  const settled = settleOrder(order, directory)
  return (
    settled.kind === 'open' &&
    settled.role === 'lead' &&
    settled.options.length === 0 &&
    !/(?:局|办|委|公司|大队|中心|政府|街道|镇|乡|所|站|行|部|院|集团|专班)$/.test(settled.said)
  )
}

function planFor(
  number: string | undefined,
  order: Order | undefined,
  { directory }: Known,
): Readonly<Record<string, Query>> {
  if (number === undefined || order === undefined || directory === undefined) return {}
  const settled = settleOrder(order, directory)
  if (settled.kind !== 'settled') return {}
  const { lead, supporting, days } = settled.order
  const units = [lead, ...supporting].map(({ code }) => code)
  return { plan: { ask: 'appeals.plan', number, units, days } as Query }
}

interface Asked {
  readonly number: string
  readonly summary: string
  readonly sealed: boolean
  readonly order: Order
}

function settle({ number, summary, sealed, order }: Asked, known: Known, turn: Turn): DispatchStep {
  const { directory, plan } = known
  const about = { number, summary, sealed }
  const ask = (question: string, kept: Order, options: readonly Slot[] = []): DispatchStep => {
    const state: DispatchState = { step: 'asking', ...about, order: kept, question, options: [...options] }
    return step(state, dispatchDialogue.resume(state))
  }
  if (directory === undefined) return ask(texts.whichUnit(number, []), order)
  const settled = settleOrder(order, directory)
  if (settled.kind === 'open')
    return ask(questionOf(settled, number, directory), settled.order, settled.options)
  const most = known.terms?.longestWorkingDays ?? MOST_DAYS
  const { days } = settled.order
  if (days < 1 || days > most) return ask(texts.daysOutOfRange(most), { ...settled.order, days: 1 })
  if (plan === undefined) return ask(texts.whichUnit(number, []), order)
  const { addsOnly, unread } = settled.order
  const confirming: DispatchState = {
    step: 'confirming',
    ...about,
    order: settled.order,
    preview: texts.preview({ ...about, addsOnly, days, unread }, plan, turn.by.at),
  }
  return step(confirming, dispatchDialogue.resume(confirming))
}

function questionOf(open: Extract<Settled, { kind: 'open' }>, number: string, directory: Directory): string {
  const all = [...directory.units.values()].map(({ name }) => name)
  if (open.said === '') return texts.whichUnit(number, all)
  if (open.fits === 'several') return texts.severalUnits(open.said, open.role)
  return texts.unknownUnit(
    open.said,
    open.options.map(({ name }) => name),
    all,
  )
}
