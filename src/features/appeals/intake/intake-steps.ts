/** What happens to a draft, whatever turn led there. Pure. */
import { type Say, type Step, step } from '../../../conversation/dialogue.ts'
import type { Piece } from '../../../conversation/said.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { chatKey } from '../../../kernel/chat.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Choice } from '../../../kernel/letter-draft.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsEffect } from '../appeals.effects.ts'
import { lawfulRouteTexts } from '../reading/lawful-route.texts.ts'
import { withSecrecyChoices } from '../sealing/secrecy.texts.ts'
import { intakeChoices, referredChoices, intakeTexts as texts } from './intake.texts.ts'
import type { Draft, DraftPart, DraftPiece, IntakeState } from './intake-state.ts'
import { isStillMissing, questionsFor } from './questions.ts'
import { companyOf, filesOf, filingOf, type ReadDraft, readDraft } from './read-draft.ts'
import { isReferred } from './referral.ts'

export type IntakeStep = Step<IntakeState, AppealsEffect>

export interface IntakeFacts {
  readonly directory: Directory
  /** Handed out before the step where this turn may file. */
  readonly number?: string
  /** What they filed; asked only where material comes that may go with it. */
  readonly own?: readonly Appeal[]
}

/** Words that follow a critical matter within this belong to it. */
const SUPPLEMENT_MINUTES = 120
/** Called in a group without a matter: what the same person says next is meant for us. */
const LISTEN_MINUTES = 5

/** Everything said in one turn, as a part of the draft; undefined where nothing was. */
export function partOf(turn: Turn, later: boolean): DraftPart | undefined {
  if (turn.kind !== 'say') return undefined
  const place = chatKey(turn.by.chat)
  const quoted = (turn.said.quoted ?? []).map((piece) => ({
    ...placed(piece, place),
    quoted: piece.of,
    ...(piece.company === undefined ? {} : { company: piece.company }),
  }))
  const own = turn.said.pieces
    .filter(({ text, files }) => text.trim() !== '' || (files?.length ?? 0) > 0)
    .map((piece) => placed(piece, place))
  const pieces = [...quoted, ...own]
  return pieces.length === 0 ? undefined : { pieces, later }
}

const placed = ({ message, text, files }: Piece, place: string): DraftPiece => ({
  message,
  place,
  text,
  ...(files?.length ? { files: [...files] } : {}),
})

/** The draft with what was just said. A message that is in it already changes nothing. */
export function withPart(draft: Draft, part: DraftPart): Draft {
  const known = new Set(draft.parts.flatMap(({ pieces }) => pieces).map(({ message }) => message))
  const pieces = part.pieces.filter(({ message }) => !known.has(message))
  return pieces.length === 0 ? draft : { ...draft, parts: [...draft.parts, { ...part, pieces }] }
}

/** The draft as it is after this turn → asked on, read back, or filed at once. */
export function weigh(draft: Draft, turn: Turn, facts: IntakeFacts, isAgain: boolean): IntakeStep {
  const read = readDraft(draft)
  const known: Draft = { ...draft, company: companyOf(draft, read, turn.by.person, facts.directory) }
  if (!read.isMatter) return askFor(known, turn, 1)
  if (read.urgency === 'critical' && facts.number !== undefined && !isReferred(read))
    return fileAtOnce(known, read, turn, facts.number)
  const asking: Draft = { ...known, wasRead: true, asked: [...known.asked, ...questionsFor(known, read)] }
  const fresh = asking.asked.slice(known.asked.length)
  const open = known.letGo ? [] : known.asked.filter((one) => isStillMissing(one, known, read))
  return inGroup(
    turn,
    step<IntakeState, AppealsEffect>({ step: 'confirming', draft: asking, referred: isReferred(read) }, [
      readBack(asking, read, [...open, ...fresh], isAgain),
    ]),
  )
}

/** People write on after the call, often without another @. */
export const inGroup = (turn: Turn, taken: IntakeStep): IntakeStep =>
  turn.by.chat.kind === 'group' ? { ...taken, listenMinutes: LISTEN_MINUTES } : taken

export function askFor(draft: Draft, turn: Turn, asks: number): IntakeStep {
  const files = filesOf(draft).length
  const said = draft.parts.some((part) => part.pieces.some(({ text }) => text.trim() !== ''))
  const text = files > 0 ? texts.picturesNoted(files) : said && asks > 1 ? texts.tellMore() : texts.tellUs()
  return inGroup(turn, step<IntakeState, AppealsEffect>({ step: 'collecting', draft, asks }, [{ text }]))
}

/** What to say on coming back. */
export function resumeIntake(state: IntakeState): readonly Say[] {
  if (state.step === 'collecting') return [{ text: texts.tellUs() }]
  if (state.step === 'confirming') return [readBack(state.draft, readDraft(state.draft), [], false)]
  return state.step === 'supplementing' ? [{ text: texts.supplementing(state.number) }] : []
}

export function intakeChoicesOf(state: IntakeState): readonly Choice[] {
  if (state.step !== 'confirming') return []
  if (state.referred) return referredChoices
  return readDraft(state.draft).secrecy === 'unclear' ? withSecrecyChoices(intakeChoices) : intakeChoices
}

export const finish = (state: IntakeState, text?: string): IntakeStep =>
  step<IntakeState, AppealsEffect>(state, text === undefined ? [] : [{ text }])

export const abandoned = (text: string): IntakeStep => finish({ step: 'abandoned' }, text)

/** What goes on open here and what else of the words is about something else: see `otherMatterIn`. */
export const beginOther = (state: IntakeState, pieces: readonly Piece[]): IntakeStep =>
  step<IntakeState, AppealsEffect>(state, [], [{ kind: 'appeals.begin', pieces }])

/** The author changed or took back a message (null) that the draft is made of. */
export function followChange(
  draft: Draft,
  message: string,
  text: string | null,
  turn: Turn,
  facts: IntakeFacts,
): IntakeStep {
  const after = withMessageChanged(draft, message, text)
  return after.parts.length === 0 ? abandoned(texts.takenBack()) : weigh(after, turn, facts, true)
}

export function readBack(draft: Draft, read: ReadDraft, questions: readonly string[], isAgain: boolean): Say {
  if (isReferred(read) && read.route !== undefined)
    return { text: texts.referred(read.route.route), choices: referredChoices }
  const choices = read.secrecy === 'unclear' ? withSecrecyChoices(intakeChoices) : intakeChoices
  return { text: texts.readBack(read, draft.company, questions, isAgain), choices }
}

/** No form is worth waiting for: the number comes now, corrections afterwards. */
function fileAtOnce(draft: Draft, read: ReadDraft, turn: Turn, number: string): IntakeStep {
  const until = new Date(turn.by.at.getTime() + SUPPLEMENT_MINUTES * 60_000).toISOString()
  const questions = questionsFor(draft, read)
  const asked: Draft = { ...draft, wasRead: true, asked: [...draft.asked, ...questions] }
  return inGroup(
    turn,
    step<IntakeState, AppealsEffect>(
      { step: 'supplementing', draft: asked, number, until },
      [],
      [
        {
          kind: 'appeals.file',
          number,
          draft: filingOf(draft, read, null),
          unread: true,
          questions,
          group: draft.group,
        },
      ],
    ),
  )
}

export function fileConfirmed(draft: Draft, number: string): IntakeStep {
  const read = readDraft(draft)
  const route = isReferred(read) && read.route !== undefined ? lawfulRouteTexts[read.route.route].organ : null
  const filing = filingOf(draft, read, route)
  // Clues of corruption are not kept here, see the text of that route.
  const kept =
    read.route?.route === 'discipline' && route !== null
      ? {
          ...filing,
          summary: '转纪检监察机关',
          text: '（涉及公职人员违纪违法线索，按规定不留存内容）',
          files: [],
        }
      : filing
  return step<IntakeState, AppealsEffect>(
    { step: 'filed' },
    [],
    [{ kind: 'appeals.file', number, draft: kept, unread: false, questions: [], group: draft.group }],
  )
}

/** An earlier message says something else now, or nothing (null) any more. */
function withMessageChanged(draft: Draft, message: string, text: string | null): Draft {
  const parts = draft.parts
    .map((part) => ({
      ...part,
      pieces: part.pieces.flatMap((piece) =>
        piece.message !== message ? [piece] : text === null ? [] : [{ ...piece, text }],
      ),
    }))
    .filter((part) => part.pieces.length > 0)
  return { ...draft, parts }
}
