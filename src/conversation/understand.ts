import type { Choice } from '../kernel/letter-draft.ts'
import type { Frame } from './conversation.ts'
import type { Dialogue } from './dialogue.ts'
import { BANDS, type Band, type Reading } from './feature.ts'
import { readConfirmNumber, readPlainAnswer } from './plain-answers.ts'
import type { ModelReading } from './reading.ts'
import type { Said } from './said.ts'
import type { TurnContent } from './turn.ts'

/** What one thing said means here: for which frame, or which dialogue it begins. */
export type Understood =
  | { readonly to: 'frame'; readonly frame: string; readonly content: TurnContent }
  | { readonly to: 'start'; readonly reading: Reading; readonly content: TurnContent }
  /** Two readings are as good as each other: the person is asked. */
  | { readonly to: 'which'; readonly readings: readonly Reading[]; readonly said: Said }
  /** It goes with one of several that are open, and nothing says with which. */
  | { readonly to: 'whichFrame'; readonly frames: readonly Frame[]; readonly said: Said }
  /** An answer to something that is over. */
  | { readonly to: 'over' }
  | { readonly to: 'nothing' }

export interface Hearing {
  /** Frames that this person's words may reach here, the newest last: all in private, the carried ones in a group. */
  readonly frames: readonly Frame[]
  readonly readings: readonly Reading[]
  readonly dialogueOf: (name: string) => Dialogue | undefined
  /** The frame of our letter that is being answered. */
  readonly answeredFrame: string | undefined
  /** A letter of ours is being answered that no open frame wrote: what is strongly read is about that letter. */
  readonly answersFinished?: boolean
  /** What a model made of it, checked; only for free words. Its say in `readings` is model-reading.ts's. */
  readonly slots: ModelReading | undefined
}

/** Below this a reading is a guess and is not followed while something else is being talked about. */
export const STRONG = 0.55
export const WEAKEST = 0.3
/** Readings of one band closer than this are asked back, never guessed. */
const TIE = 0.08

/** Bands that may interrupt a dialogue in progress when they are strong. */
const INTERRUPTS: readonly Band[] = ['role', 'own', 'policy']

/** Pure. The order of the steps is the order of precedence. */
export function understand(said: Said, hearing: Hearing): Understood {
  const newest = openTop(hearing)
  const named = readConfirmNumber(said.text)
  if (named !== undefined) {
    const frame = hearing.frames.findLast((one) => numberOf(one, hearing) === named.number)
    if (frame !== undefined) return { to: 'frame', frame: frame.id, content: { kind: named.verb, said } }
  }
  const ofTheLetter = hearing.answersFinished === true ? interrupting(hearing.readings) : undefined
  if (newest !== undefined && ofTheLetter === undefined) {
    const answer = readPlainAnswer(said.text, choicesOf(newest, hearing))
    if (answer !== undefined) {
      const content: TurnContent =
        answer.kind === 'choice' ? choiceContent(answer.id, said) : { kind: answer.kind, said }
      return { to: 'frame', frame: newest.id, content }
    }
  }
  const top = hearing.answeredFrame === undefined ? talkedOf(hearing.frames, hearing.dialogueOf) : newest
  const content: TurnContent =
    hearing.slots === undefined ? { kind: 'say', said } : { kind: 'say', said, slots: hearing.slots }
  const readings = hearing.readings.filter((reading) => reading.score >= WEAKEST).sort(byPrecedence)
  const command = readings.find((reading) => reading.band === 'command')
  if (command !== undefined) return { to: 'start', reading: command, content }
  if (top !== undefined) {
    const dialogue = hearing.dialogueOf(top.dialogue)
    if (ofTheLetter !== undefined) return { to: 'start', reading: ofTheLetter, content }
    if (dialogue?.takes?.(top.state) !== 'all') {
      const strong = interrupting(readings)
      // What begins the dialogue in progress anew is more of the same, not an interruption.
      if (strong !== undefined && strong.dialogue !== top.dialogue)
        return { to: 'start', reading: strong, content }
    }
    const claimed = hearing.answeredFrame === undefined ? claimants(said, top, hearing) : [top]
    if (claimed.length > 1) return { to: 'whichFrame', frames: claimed, said }
    return { to: 'frame', frame: (claimed[0] ?? top).id, content }
  }
  const started = startWith(readings, said, content)
  return started.to === 'nothing' && newest !== undefined
    ? { to: 'frame', frame: newest.id, content }
    : started
}

/** What free words go on with: cards that came by themselves lie upon a talk and take none of them. */
export function talkedOf(
  frames: readonly Frame[],
  dialogueOf: (name: string) => Dialogue | undefined,
): Frame | undefined {
  return frames.findLast(({ dialogue, state }) => dialogueOf(dialogue)?.takes?.(state as never) !== 'answers')
}

const interrupting = (readings: readonly Reading[]) =>
  [...readings].sort(byPrecedence).find((one) => INTERRUPTS.includes(one.band) && one.score >= STRONG)

/** A button, or an id a platform hands in for one. */
export function understandChoice(
  choice: string,
  hearing: Pick<Hearing, 'frames' | 'answeredFrame'>,
  prompted: boolean,
): Understood {
  const frame = prompted
    ? hearing.frames.find((one) => one.id === hearing.answeredFrame)
    : hearing.frames.at(-1)
  if (frame === undefined) return { to: 'over' }
  return { to: 'frame', frame: frame.id, content: choiceContent(choice) }
}

function choiceContent(id: string, said?: Said): TurnContent {
  const with_ = said === undefined ? {} : { said }
  return id === 'yes' || id === 'no' ? { kind: id, ...with_ } : { kind: 'choose', choice: id, ...with_ }
}

/** The frame being talked about: the one whose letter is answered, or else the newest. */
function openTop(hearing: Hearing): Frame | undefined {
  const answered = hearing.frames.find((frame) => frame.id === hearing.answeredFrame)
  return answered ?? hearing.frames.at(-1)
}

/** Of several of one kind that are open, those that the words may be about: none where they say nothing of it. */
function claimants(said: Said, top: Frame, hearing: Hearing): readonly Frame[] {
  const claims = hearing.dialogueOf(top.dialogue)?.claims
  const alike = hearing.frames.filter(({ dialogue }) => dialogue === top.dialogue)
  if (claims === undefined || alike.length < 2) return []
  const claimed = alike.map((frame) => ({ frame, claim: claims(frame.state, said) }))
  const mine = claimed.filter(({ claim }) => claim === 'mine')
  const newest = mine.find(({ frame }) => frame.id === top.id) ?? mine.at(-1)
  if (newest !== undefined) return [newest.frame]
  const either = claimed.filter(({ claim }) => claim === 'either')
  return either.length > 1 ? either.map(({ frame }) => frame) : []
}

function startWith(readings: readonly Reading[], said: Said, content: TurnContent): Understood {
  const [best, second] = readings
  if (best === undefined) return { to: 'nothing' }
  const tied = readings.filter(
    (one) => one.band === best.band && one.dialogue !== best.dialogue && best.score - one.score < TIE,
  )
  if (second !== undefined && tied.length > 0)
    return { to: 'which', readings: [best, ...tied].slice(0, 3), said }
  return { to: 'start', reading: best, content }
}

function byPrecedence(a: Reading, b: Reading): number {
  return BANDS.indexOf(a.band) - BANDS.indexOf(b.band) || b.score - a.score
}

function choicesOf(frame: Frame, hearing: Hearing): readonly Choice[] {
  return hearing.dialogueOf(frame.dialogue)?.choices?.(frame.state) ?? []
}

function numberOf(frame: Frame, hearing: Hearing): string | undefined {
  return hearing.dialogueOf(frame.dialogue)?.number?.(frame.state)
}
