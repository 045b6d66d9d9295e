import { z } from 'zod'
import { type Dialogue, type Say, type Step, step } from '../conversation/dialogue.ts'
import type { Turn } from '../conversation/turn.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import type { MailingOwner } from './mailing-confirmation.ts'
import type { Standing, StandingQuery } from './mailing-standing.ts'

const Waiting = z.object({ id: z.string(), number: z.number().int(), confirmation: z.string() })
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asking'), waiting: Waiting }),
  z.object({ step: z.literal('returning'), waiting: Waiting, reason: z.string() }),
  z.object({ step: z.literal('decided'), waiting: Waiting }),
  /** Somebody else was first, it is not theirs to decide, or it was put off. */
  z.object({ step: z.literal('left') }),
])
export type ApprovalState = z.infer<typeof State>

export type ApprovalEffect =
  | { readonly kind: `${MailingOwner}.approve`; readonly id: string }
  | { readonly kind: `${MailingOwner}.refuse`; readonly id: string; readonly reason?: string }

/** Handed over by an invitation (id) or read from words (confirmation). */
export type ApprovalData = { readonly id: string } | { readonly confirmation: string }

type Facts = { readonly standing?: Standing }
type Taken = Step<ApprovalState, ApprovalEffect>

const THREE_DAYS = 3 * 24 * 60
const LONGEST_REASON = 200

/**
 * A reviewer decides about what somebody else prepared. What is said on yes and no comes from the road
 * itself (mailing-road.ts), because only there it is known who was first.
 */
export function approvalDialogue(
  owner: MailingOwner,
  noun: string,
): Dialogue<ApprovalState, Facts, ApprovalEffect> {
  const { approvalChoices: choices, returnChoices } = texts
  const left = (text: string): Taken => step<ApprovalState, ApprovalEffect>({ step: 'left' }, [{ text }])
  const asking = (standing: Standing): Say => {
    const { files = [] } = standing
    return { text: texts.askApproval(noun, standing), choices, ...(files.length === 0 ? {} : { files }) }
  }
  const asks = (state: ApprovalState): readonly Say[] => {
    if (state.step === 'asking')
      return [
        { text: texts.approvalUnclear(noun, state.waiting.number, state.waiting.confirmation), choices },
      ]
    if (state.step === 'returning')
      return [{ text: texts.askReturn(noun, state.waiting.number, state.reason), choices: returnChoices }]
    return []
  }
  const refuse = (waiting: z.infer<typeof Waiting>, reason?: string): Taken =>
    step<ApprovalState, ApprovalEffect>(
      { step: 'decided', waiting },
      [],
      [{ kind: `${owner}.refuse`, id: waiting.id, ...(reason === undefined ? {} : { reason }) }],
    )
  const approve = (waiting: z.infer<typeof Waiting>): Taken =>
    step<ApprovalState, ApprovalEffect>(
      { step: 'decided', waiting },
      [],
      [{ kind: `${owner}.approve`, id: waiting.id }],
    )

  return {
    name: `${owner}.approve`,
    version: 1,
    schema: State,
    finalSteps: ['decided', 'left'],
    idleMinutes: THREE_DAYS,
    needs(state, _turn, beginning) {
      const about = state === undefined ? (beginning?.data as ApprovalData) : idOf(state)
      const query: StandingQuery = { ask: `${owner}.standing`, ...about }
      return { standing: query }
    },
    start(_turn: Turn, { standing }, beginning): Taken {
      const data = beginning.data as ApprovalData
      if (standing === undefined)
        return left(texts.nothingWaits('confirmation' in data ? data.confirmation : ''))
      const { id, number, confirmation } = standing
      if (standing.mine === 'no') return left(texts.notYours(noun))
      if (standing.state !== 'awaitingApproval')
        return left(texts.alreadyDecided(noun, number, texts.state[standing.state]))
      if (standing.mine === 'own') return left(texts.ownWork(noun, number))
      return step<ApprovalState, ApprovalEffect>({ step: 'asking', waiting: { id, number, confirmation } }, [
        asking(standing),
      ])
    },
    next(state, turn, { standing }): Taken {
      if (state.step === 'decided' || state.step === 'left') return step<ApprovalState, ApprovalEffect>(state)
      const { waiting } = state
      if (standing !== undefined && standing.state !== 'awaitingApproval')
        return turn.kind === 'silence'
          ? step<ApprovalState, ApprovalEffect>({ step: 'left' })
          : left(texts.alreadyDecided(noun, waiting.number, texts.state[standing.state]))
      if (turn.kind === 'cancel' || turn.kind === 'silence')
        return left(texts.approvalPutOff(noun, waiting.number, waiting.confirmation))
      const again: ApprovalState = { step: 'asking', waiting }
      if (turn.kind === 'say') {
        const words = turn.said.text.trim()
        if (leansToYes(words) || (state.step === 'returning' && (KEEPS.test(words) || AGREES.test(words))))
          return step<ApprovalState, ApprovalEffect>(again, asks(again))
        if (onlyLooks(words) && standing !== undefined)
          return step<ApprovalState, ApprovalEffect>(again, [asking(standing)])
        const reason = words.slice(0, LONGEST_REASON)
        const returning: ApprovalState = { step: 'returning', waiting, reason }
        return step<ApprovalState, ApprovalEffect>(returning, asks(returning))
      }
      if (state.step === 'returning') {
        // 同意 to a question about sending it back may mean the broadcast: neither is done.
        if (turn.kind === 'yes' && AGREES.test(turn.said?.text.trim() ?? '') && !namesIt(turn, waiting))
          return step<ApprovalState, ApprovalEffect>(again, asks(again))
        // 确认发送 8841 says yes to the broadcast, not to sending it back.
        if (turn.kind === 'yes')
          return namesIt(turn, waiting) ? approve(waiting) : refuse(waiting, state.reason)
        return step<ApprovalState, ApprovalEffect>(
          turn.kind === 'no' ? again : state,
          asks(turn.kind === 'no' ? again : state),
        )
      }
      if (turn.kind === 'yes') return approve(waiting)
      if (turn.kind === 'no') return refuse(waiting)
      return step<ApprovalState, ApprovalEffect>(state, asks(state))
    },
    resume: asks,
    // Somebody else may have decided it meanwhile; every reviewer hears of that.
    standsAlone: (state) => state.step === 'asking',
    choices: (state) => (state.step === 'asking' ? choices : state.step === 'returning' ? returnChoices : []),
    number: (state) =>
      'waiting' in state && state.step !== 'decided' ? state.waiting.confirmation : undefined,
  }
}

const namesIt = (turn: Turn, { confirmation }: z.infer<typeof Waiting>) =>
  'said' in turn && turn.said?.text.includes(confirmation) === true

const AGREES = /^(?:我)?(?:同意|批准|通过|准了|可以发|发出|发送|就发|发吧)/u
/** 算了 同意发吧, 看了，可以发: no plain yes, and no reason to send it back either; what is wrong is named in neither. */
const leansToYes = (words: string) =>
  [...words].length <= 12 &&
  /同意|批准|通过|准了|可以发|就发|发[出送]|发吧$|没问题|^\D{0,4}\d{3,6}$/u.test(words) &&
  !/不|别|未|没(?!问题|意见)|错|改|漏|缺|但|先|怎么|咋|[?？]/u.test(words)
const KEEPS = /^(?:先|都|还是)?(?:不|别)(?:要|用)?退/u

/** 啥事, 看看, 都发给哪些人: said before deciding. Short and without a fault in it, so that a reason is never taken for one. */
function onlyLooks(words: string): boolean {
  return (
    [...words].length <= 12 &&
    !/错|不[对行]|没写|漏|改成/u.test(words) &&
    /[?？]$|哪些|哪个|哪几|几点|几[个位]|什么时候|多少|有(?:啥|什么)|给谁|^(?:啥事?|什么(?:事|通知|募捐)?|咋了|怎么了)|(?:吗|么|呢|啥|谁|什么)$|^(?:我)?(?:先|再)?(?:看看|看一?下|等等|等一?下|稍等|稍后|一会儿?|回头)|开会|开车|在忙|在外面/u.test(
      words,
    )
  )
}

const idOf = (state: ApprovalState) => (state.step === 'left' ? {} : { id: state.waiting.id })
