import type { z } from 'zod'
import type { Choice, FileRef, LetterOrigin } from '../kernel/letter-draft.ts'
import type { Said } from './said.ts'
import type { Turn } from './turn.ts'

/** Something a dialogue wants said. */
export interface Say {
  readonly text: string
  readonly choices?: readonly Choice[]
  readonly files?: readonly FileRef[]
  /**
   * `private` (the default): to the person alone. `here`: where the turn was said.
   * `group`: to the group that the dialogue began in; nothing is said when it began in private.
   */
  readonly to?: 'private' | 'here' | 'group'
  readonly origin?: LetterOrigin
  /** Its words are not kept once they have left. */
  readonly passing?: true
}

/** Something a dialogue wants done; the feature that owns the verb performs it. */
export interface Effect {
  /** `feature.verb` */
  readonly kind: `${string}.${string}`
}

/** Something a dialogue has to know before its step. */
export interface Query {
  /** `feature.what`; the part before the dot says who answers. */
  readonly ask: `${string}.${string}`
}

/** The answers, by the name the dialogue gave each query. */
export type Facts = Readonly<Record<string, unknown>>

export interface Step<State, Does extends Effect = Effect> {
  readonly state: State
  readonly says: readonly Say[]
  readonly effects: readonly Does[]
  /** Called without a matter yet: for so long this person's next lines in the group are meant for us. */
  readonly listenMinutes?: number
}

/** Where a dialogue stands when it begins. */
export interface Beginning {
  /** What the recogniser handed over. */
  readonly data?: unknown
  /** Another dialogue goes on underneath and will say again where it was. */
  readonly onTop: boolean
  /** The frame's id, for effects that write letters of their own. */
  readonly frame: string
}

/**
 * A dialogue is a pure function over plain data. It never sees a store, a platform or a clock: what it has
 * to know it asks for in `needs`, what it wants done it gives back as effects.
 */
export interface Dialogue<
  // biome-ignore lint/suspicious/noExplicitAny: the corridor handles dialogues of every shape alike
  State extends { readonly step: string } = any,
  // biome-ignore lint/suspicious/noExplicitAny: the same for what they know
  Known = any,
  // biome-ignore lint/suspicious/noExplicitAny: and for what they want done
  Does extends Effect = any,
> {
  /** `feature.name`, unique in the house and stored with its state. */
  readonly name: `${string}.${string}`
  /** Raise it when the shape of the state changes, and add `upgrade`. */
  readonly version: number
  readonly schema: z.ZodType<State>
  upgrade?(stored: unknown, version: number): unknown
  /** Steps in which nothing is awaited any more. */
  readonly finalSteps: readonly State['step'][]
  /** After so long without a word the dialogue gets a `silence` turn. */
  readonly idleMinutes: number
  /**
   * Names and queries. `state` is undefined before the start.
   * Called again with the answers so far, until it asks for nothing new: a query may depend on an answer.
   */
  needs?(
    state: State | undefined,
    turn: Turn,
    beginning: Beginning | undefined,
    known: Facts,
  ): Readonly<Record<string, Query>>
  start(turn: Turn, facts: Known, beginning: Beginning): Step<State, Does>
  next(state: State, turn: Turn, facts: Known): Step<State, Does>
  /** What to say on coming back to an open state. */
  resume(state: State): readonly Say[]
  /**
   * A card that we put before somebody, which a list and reminders keep as well: other talk does not bring it up
   * again, for it may have been settled by another way meanwhile.
   */
  standsAlone?(state: State): boolean
  /** What is on offer now, so that `2` or a label can be read; the choices last said. */
  choices?(state: State): readonly Choice[]
  /** A short number by which an open confirmation can be named: 确认发送 8841. */
  number?(state: State): string | undefined
  /** Whether this message went into the state, so that its author's edit or withdrawal is for this dialogue. */
  holds?(state: State, message: string): boolean
  /**
   * Where several of its kind are open: how these free words concern this very one. `either`: material without a word
   * of what it is for, so that the person is asked.
   */
  claims?(state: State, said: Said): 'mine' | 'either' | 'other'
  /** What this one is about, for asking which of several was meant. */
  title?(state: State): string
  /**
   * Whether words that were said in its group to nobody in particular, soon after it was last spoken to there, go on
   * with it. Without it all do.
   */
  goesOn?(state: State, said: Said): boolean
  /**
   * Whether free words belong to this dialogue although they could mean something else too.
   * `all`: whatever is said (a text being dictated). `rest`: what nothing else claims strongly (default).
   * `answers`: besides yes, no and what it offers only what nobody else claims at all (a card that came by itself).
   */
  takes?(state: State): 'all' | 'rest' | 'answers'
}

/** A step with what is said and done, for dialogues to write their returns shortly. */
export function step<State, Does extends Effect>(
  state: State,
  says: readonly Say[] = [],
  effects: readonly Does[] = [],
): Step<State, Does> {
  return { state, says, effects }
}
