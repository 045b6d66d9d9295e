import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { kindPressed } from './quiet-receipts.ts'
import type { ReceiptKind } from './receipt.ts'
import { receiptsTexts as texts } from './receipts.texts.ts'
import { noticeNamed } from './said-clauses.ts'

const State = z.object({ step: z.literal('noted') })
type ReceiptState = z.infer<typeof State>

/** Under which notice a button was pressed; or what 好的, in answer to the notice itself, stands for. */
export interface ReceiptBeginning {
  readonly notice?: string
  readonly words?: string
}

export interface Receive {
  readonly kind: 'notices.receive'
  readonly notice?: string
  readonly words?: string
  readonly pressed?: ReceiptKind
}

export interface AwaitedQuery {
  readonly ask: 'notices.awaited'
  readonly words?: string
  readonly notice?: string
  readonly pressed?: ReceiptKind
}

/** What `notices.awaited` answers: the notice these words are an answer to, here and by this person, and what of. */
export interface Awaited {
  readonly id: string
  readonly number: number
  /** Of whoever speaks. */
  readonly own?: ReceiptKind
  /** Names of those it is the receipt of besides. */
  readonly of: readonly string[]
  readonly isDoubtful: boolean
}

const wordsOf = (turn: Turn) => (turn.kind === 'say' ? turn.said.text : undefined)

function queryOf(turn: Turn, data: unknown): AwaitedQuery {
  const { notice, words = wordsOf(turn) } = (data ?? {}) as ReceiptBeginning
  const pressed = turn.kind === 'choose' ? kindPressed(turn.choice) : undefined
  return {
    ask: 'notices.awaited',
    ...(notice === undefined ? {} : { notice }),
    ...(words === undefined ? {} : { words }),
    ...(pressed === undefined ? {} : { pressed }),
  }
}

/** 收到, said to us or pressed: in answer to the notice's letter, with a mention, or in private. A group hears nothing back. */
export const receiptDialogue: Dialogue<ReceiptState, { readonly awaited?: Awaited }, Receive> = {
  name: 'notices.receipt',
  version: 1,
  schema: State,
  finalSteps: ['noted'],
  idleMinutes: 5,
  needs: (state, turn, beginning) => (state === undefined ? { awaited: queryOf(turn, beginning?.data) } : {}),
  start(turn, { awaited }, beginning) {
    const noted: ReceiptState = { step: 'noted' }
    const query = queryOf(turn, beginning.data)
    if (awaited === undefined)
      return step<ReceiptState, Receive>(
        noted,
        query.pressed === undefined ? [{ text: nothingAwaited(query.words), to: 'here' }] : [],
      )
    const { ask: _ask, ...said } = query
    const says = turn.by.chat.kind === 'private' ? [{ text: toldOf(awaited) }] : []
    return step<ReceiptState, Receive>(noted, says, [
      { kind: 'notices.receive', ...said, notice: awaited.id },
    ])
  },
  next: (state) => step<ReceiptState, Receive>(state),
  resume: () => [],
}

/** A bare number may answer a list that is over: 好的 would sound as if it had counted. */
function nothingAwaited(words = ''): string {
  const number = noticeNamed(words)
  if (number !== undefined) return texts.awaitsNothing(number)
  return /^\s*\d+\s*$/u.test(words) ? texts.nothingToChoose() : texts.noted()
}

function toldOf({ number, own, of, isDoubtful }: Awaited): string {
  if (of.length > 0 && !isDoubtful) return texts.receivedFor(number, of)
  if (own === undefined || own === 'unclear') return texts.leftToStaff(number)
  if (own === 'onLeave') return texts.onLeave(number)
  return own === 'seen' ? texts.seen(number) : texts.received(number)
}
