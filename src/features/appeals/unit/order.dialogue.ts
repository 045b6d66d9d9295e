import { z } from 'zod'
import { type Dialogue, type Query, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { may } from '../../../kernel/person.ts'
import { formatNumber, shortNumber, yearOf } from '../appeal-number.ts'
import type { AppealsEffect, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { readMatter } from '../reading/read-matter.ts'
import { type Reported, readReport } from '../staff/read-command.ts'
import { saysNotOurs } from './not-ours.ts'
import { orderChoices, sendBackChoices, unitTexts as texts } from './unit.texts.ts'

const About = { number: z.string(), summary: z.string() }
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('waiting'), ...About, text: z.string() }),
  z.object({ step: z.literal('reasoning'), ...About }),
  z.object({ step: z.literal('confirmingSendBack'), ...About, reason: z.string() }),
  z.object({ step: z.literal('acknowledged') }),
  z.object({ step: z.literal('sentBack') }),
  z.object({ step: z.literal('left') }),
])
export type OrderState = z.infer<typeof State>
type OrderStep = Step<OrderState, AppealsEffect>

/** What a dispatch hands to each handler of the unit. */
export interface OrderInvitation {
  readonly number: string
  readonly summary: string
  readonly text: string
  readonly files?: readonly FileRef[]
}

/** What a handler typed: 签收 0012, 退回 0012 理由. */
export interface OrderAsked extends Reported {
  readonly verb: 'acknowledge' | 'sendBack'
}

interface Known {
  readonly lookup?: Lookup
}

/** 派单到单位: 签收 with one word, 退回 with a reason that is shown before it goes. */
export const orderDialogue: Dialogue<OrderState, Known, AppealsEffect> = {
  name: 'appeals.order',
  version: 1,
  schema: State,
  finalSteps: ['acknowledged', 'sentBack', 'left'],
  idleMinutes: 2 * 24 * 60,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined || turn.kind === 'invited') return {}
    const number = (beginning?.data as OrderAsked | undefined)?.number
    return number === undefined ? {} : { lookup: { ask: 'appeals.lookup', number } as Query }
  },

  start(turn, { lookup }, beginning) {
    if (turn.kind === 'invited') {
      const { number, summary, text, files = [] } = turn.data as OrderInvitation
      return step<OrderState, AppealsEffect>({ step: 'waiting', number, summary, text }, [
        { text, choices: orderChoices, ...(files.length === 0 ? {} : { files }) },
      ])
    }
    const { verb, number, words } = beginning.data as OrderAsked
    const say = (text: string): OrderStep => step<OrderState, AppealsEffect>({ step: 'left' }, [{ text }])
    if (!may(turn.by.person, 'appeal.see-dispatched')) return say(texts.notForYou())
    if (number === undefined)
      return say(verb === 'acknowledge' ? texts.whichAcknowledged() : texts.which('退回'))
    if (lookup?.kind === 'last-year') return say(appealsTexts.lastYear(lookup.number))
    if (lookup?.kind !== 'found' || lookup.as !== 'unit') return say(texts.notYours(spoken(number)))
    const { appeal, supporting } = lookup
    const about = { number: appeal.number, summary: appeal.summary }
    if (supporting === true)
      return say(texts.supporterMayNot(appeal.number, verb === 'sendBack' ? '退回' : '签收'))
    if (verb === 'sendBack') return sendBack(about, words)
    return acknowledge(appeal.number)
  },

  next(state, turn) {
    if (state.step !== 'waiting' && state.step !== 'reasoning' && state.step !== 'confirmingSendBack')
      return step(state)
    if (turn.kind === 'silence') return leave(state)
    if (state.step === 'waiting') return waiting(state, turn)
    if (turn.kind === 'cancel' || (turn.kind === 'no' && state.step === 'confirmingSendBack'))
      return step<OrderState, AppealsEffect>({ step: 'left' }, [{ text: texts.notSentBack(state.number) }])
    if (turn.kind === 'yes' && state.step === 'confirmingSendBack') {
      const { number, reason } = state
      return step<OrderState, AppealsEffect>(
        { step: 'sentBack' },
        [],
        [{ kind: 'appeals.sendBack', number, reason }],
      )
    }
    if (turn.kind === 'say')
      return sendBack(state, readReport(turn.said.text, 'sendBack')?.words ?? turn.said.text.trim())
    return step(state, orderDialogue.resume(state))
  },

  choices(state) {
    if (state.step === 'waiting') return orderChoices
    return state.step === 'confirmingSendBack' ? sendBackChoices : []
  },
  number: (state) =>
    state.step === 'waiting' || state.step === 'confirmingSendBack' ? shortNumber(state.number) : undefined,
  resume(state) {
    if (state.step === 'waiting') return [{ text: texts.signOrSendBack(state.number), choices: orderChoices }]
    if (state.step === 'reasoning') return [{ text: texts.why(state.number) }]
    if (state.step !== 'confirmingSendBack') return []
    return [
      { text: texts.previewSendBack(state.number, state.summary, state.reason), choices: sendBackChoices },
    ]
  },
  standsAlone: (state) => state.step === 'waiting',
}

const acknowledge = (number: string): OrderStep =>
  step<OrderState, AppealsEffect>({ step: 'acknowledged' }, [], [{ kind: 'appeals.acknowledge', number }])

/** A reason not confirmed in two days is not sent; an order not signed for stays open in the ledger. */
const leave = (state: { step: string; number: string }): OrderStep =>
  step<OrderState, AppealsEffect>(
    { step: 'left' },
    state.step === 'waiting' ? [] : [{ text: texts.timedOut(state.number) }],
  )

function sendBack(about: { number: string; summary: string }, reason: string): OrderStep {
  const { number, summary } = about
  const state: OrderState =
    reason === ''
      ? { step: 'reasoning', number, summary }
      : { step: 'confirmingSendBack', number, summary, reason }
  return step(state, orderDialogue.resume(state))
}

function waiting(state: Extract<OrderState, { step: 'waiting' }>, turn: Turn): OrderStep {
  if (turn.kind === 'yes') return acknowledge(state.number)
  if (turn.kind === 'no') return sendBack(state, '')
  if (turn.kind === 'cancel') return leave(state)
  const again = step<OrderState, AppealsEffect>(state, orderDialogue.resume(state))
  if (turn.kind !== 'say') return again
  const { text, pieces } = turn.said
  const signed = readReport(text, 'acknowledge')
  if (signed !== undefined) return forNumber(state, signed, turn, acknowledge)
  const back = readReport(text, 'sendBack')
  if (back !== undefined) return forNumber(state, back, turn, () => sendBack(state, back.words))
  if (/^(?:好的?[，,]?)?(?:收到|已收到|知道了|马上办|我来办)[了！!。.]*$/.test(text.trim()))
    return acknowledge(state.number)
  if (saysNotOurs(text)) return sendBack(state, text.trim())
  if (turn.by.person.confined === undefined && readMatter(text.slice(0, 2_000)).isMatter)
    return step<OrderState, AppealsEffect>(state, [], [{ kind: 'appeals.begin', pieces }])
  return again
}

/** 签收 0013 while 0012 is the newest: only what is named is meant, and the service checks whose it is. */
function forNumber(
  state: Extract<OrderState, { step: 'waiting' }>,
  { number }: Reported,
  turn: Turn,
  act: (number: string) => OrderStep,
): OrderStep {
  if (number === undefined) return act(state.number)
  const named = formatNumber(number.year ?? yearOf(turn.by.at), number.serial)
  if (named === state.number) return act(named)
  const other = act(named)
  return other.effects.length > 0
    ? step<OrderState, AppealsEffect>(state, [], other.effects)
    : step<OrderState, AppealsEffect>(state, [
        { text: texts.signOrSendBack(state.number), choices: orderChoices },
      ])
}
