import { isDeepStrictEqual } from 'node:util'
import type { Chat } from '../kernel/chat.ts'
import type { Conversation, Frame } from './conversation.ts'
import { corridorTexts } from './corridor.texts.ts'
import type { Dialogue, Effect, Facts, Say, Step } from './dialogue.ts'
import type { Turn } from './turn.ts'

/** A say with the frame whose question it is, so that an answer to the letter finds it. */
export interface FramedSay {
  readonly say: Say
  readonly frame: string | undefined
  /** The group that frame began in. */
  readonly group: Chat | undefined
}

export interface FramedEffect {
  readonly effect: Effect
  readonly frame: string
  readonly group: Chat | undefined
}

export interface Advanced {
  readonly home: Conversation
  readonly says: readonly FramedSay[]
  readonly effects: readonly FramedEffect[]
  /** Frames that ended, with the state they ended in. */
  readonly ended: readonly Frame[]
  readonly listenMinutes?: number
}

/** What is to be advanced: an open frame, or a dialogue that begins. */
export type Target =
  | { readonly kind: 'frame'; readonly frame: string }
  | {
      readonly kind: 'start'
      readonly dialogue: string
      readonly data: unknown
      readonly frame: string
      readonly group?: Chat
    }

const MINUTE = 60_000

/**
 * One turn in one conversation: plain data in, plain data out. Nothing is looked up, nothing is done, so that
 * a turn can be advanced again when the conversation changed before it was saved.
 */
export function advance(
  home: Conversation,
  target: Target,
  turn: Turn,
  facts: Facts,
  dialogueOf: (name: string) => Dialogue | undefined,
): Advanced {
  if (target.kind === 'start') return begin(home, target, turn, facts, dialogueOf)
  const frame = home.frames.find(({ id }) => id === target.frame)
  if (frame === undefined) return { home, says: [plain(corridorTexts.over())], effects: [], ended: [] }
  const dialogue = dialogueOf(frame.dialogue)
  const state = dialogue === undefined ? undefined : revive(dialogue, frame)
  if (dialogue === undefined || state === undefined) {
    const frames = home.frames.filter(({ id }) => id !== frame.id)
    return {
      home: { ...home, frames },
      says: [plain(corridorTexts.lostThread())],
      effects: [],
      ended: [frame],
    }
  }
  return settle(home, frame, dialogue, dialogue.next(state, turn, facts), turn, dialogueOf)
}

function begin(
  home: Conversation,
  target: Extract<Target, { kind: 'start' }>,
  turn: Turn,
  facts: Facts,
  dialogueOf: (name: string) => Dialogue | undefined,
): Advanced {
  const dialogue = dialogueOf(target.dialogue)
  if (dialogue === undefined)
    return { home, says: [plain(corridorTexts.notUnderstood())], effects: [], ended: [] }
  const at = turn.by.at.toISOString()
  const frame: Frame = {
    id: target.frame,
    dialogue: dialogue.name,
    version: dialogue.version,
    state: undefined,
    ...(target.group === undefined ? {} : { group: target.group }),
    touchedAt: at,
    silentAt: at,
  }
  const onTop = home.frames.length > 0
  const first = dialogue.start(turn, facts, { data: target.data, onTop, frame: frame.id })
  const same = first.effects.length > 0 ? undefined : sameQuestion(home, dialogue, first.state)
  // The one that waits goes on, so that a yes to either letter is a yes, and once.
  return settle(
    home,
    same === undefined ? frame : { ...frame, id: same.id },
    dialogue,
    first,
    turn,
    dialogueOf,
  )
}

/** An order given twice while it waits for its yes is one order. */
function sameQuestion(
  home: Conversation,
  { name, version }: Dialogue,
  state: { readonly step: string },
): Frame | undefined {
  // As it comes back from the database: without what is undefined, in whatever order.
  const kept: unknown = JSON.parse(JSON.stringify(state))
  return home.frames.find(
    (frame) => frame.dialogue === name && frame.version === version && isDeepStrictEqual(frame.state, kept),
  )
}

/** Puts the stepped frame on top, or takes it off when it ended and says again where the one below was. */
function settle(
  home: Conversation,
  frame: Frame,
  dialogue: Dialogue,
  taken: Step<{ readonly step: string }>,
  turn: Turn,
  dialogueOf: (name: string) => Dialogue | undefined,
): Advanced {
  const at = turn.by.at
  const stepped: Frame = {
    ...frame,
    version: dialogue.version,
    state: taken.state,
    touchedAt: at.toISOString(),
    silentAt: new Date(at.getTime() + dialogue.idleMinutes * MINUTE).toISOString(),
  }
  const others = home.frames.filter(({ id }) => id !== frame.id)
  const isOver = dialogue.finalSteps.includes(taken.state.step)
  const says = taken.says.map((say) => ({ say, frame: isOver ? undefined : frame.id, group: frame.group }))
  const effects = taken.effects.map((effect) => ({ effect, frame: frame.id, group: frame.group }))
  const listen = taken.listenMinutes === undefined ? {} : { listenMinutes: taken.listenMinutes }
  if (!isOver) return { home: { ...home, frames: [...others, stepped] }, says, effects, ended: [], ...listen }
  // Invited, with nothing to say after all: nobody was interrupted.
  const isUnheard = turn.kind === 'invited' && taken.says.length + taken.effects.length === 0
  const below = turn.kind === 'silence' || isUnheard ? undefined : others.at(-1)
  return {
    home: { ...home, frames: others },
    says: below === undefined ? says : [...says, ...goOnWith(below, dialogueOf)],
    effects,
    ended: [stepped],
    ...listen,
  }
}

/** What is said of the frame below once the one above it is over. */
function goOnWith(frame: Frame, dialogueOf: (name: string) => Dialogue | undefined): readonly FramedSay[] {
  const dialogue = dialogueOf(frame.dialogue)
  const state = dialogue === undefined ? undefined : revive(dialogue, frame)
  if (dialogue === undefined || state === undefined || dialogue.standsAlone?.(state) === true) return []
  return resumeOf(frame, dialogueOf)
}

/** What a frame says when somebody comes back to it; nothing where its state no longer parses. */
export function resumeOf(
  frame: Frame,
  dialogueOf: (name: string) => Dialogue | undefined,
): readonly FramedSay[] {
  const dialogue = dialogueOf(frame.dialogue)
  const state = dialogue === undefined ? undefined : revive(dialogue, frame)
  if (dialogue === undefined || state === undefined) return []
  return dialogue.resume(state).map((say) => ({ say, frame: frame.id, group: frame.group }))
}

/** Stored state in today's shape, or undefined when it no longer parses: then the talk starts over, politely. */
export function revive(dialogue: Dialogue, frame: Frame): { readonly step: string } | undefined {
  const raised =
    frame.version < dialogue.version ? dialogue.upgrade?.(frame.state, frame.version) : frame.state
  const parsed = dialogue.schema.safeParse(raised)
  return parsed.success ? parsed.data : undefined
}

const plain = (text: string): FramedSay => ({ say: { text, to: 'here' }, frame: undefined, group: undefined })
