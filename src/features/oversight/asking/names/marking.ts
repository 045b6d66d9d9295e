/** Names taken out of a text, one after another, each leaving a mark. */
import type { Occasion } from '../../../../kernel/standing.ts'
import { type Mark, signOf } from '../words/marks.ts'
import type { Place } from './name-index.ts'

export interface Mention {
  /** As it was said. */
  readonly said: string
  /** Several: it is unclear which is meant. */
  readonly places: readonly Place[]
  /** `whole`: a name as the roster has it; everything else is said back. */
  readonly how: 'whole' | 'part' | 'sound' | 'person'
}

export interface NamesSaid {
  /** With a mark for each name. */
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly occasions: readonly (readonly Occasion[])[]
  /** Somebody named as a leader whom the roster does not have. */
  readonly strangers: readonly string[]
}

const MARK_OF: Readonly<Record<Place['kind'], Mark>> = {
  company: 'C',
  chamber: 'H',
  town: 'T',
  unit: 'U',
  leader: 'L',
  trade: 'D',
}

export class Marking {
  readonly mentions: Mention[] = []
  readonly occasions: (readonly Occasion[])[] = []
  readonly strangers: string[] = []
  text: string

  constructor(text: string) {
    this.text = text
  }

  take(said: string, places: readonly Place[], how: Mention['how'], from = this.text.indexOf(said)): void {
    const known = this.mentions.findIndex((one) => one.said === said)
    const which = known < 0 ? this.mentions.push({ said, places, how }) - 1 : known
    const [first, ...others] = places
    if (first === undefined) return
    this.put(said, signOf(others.length > 0 ? 'A' : MARK_OF[first.kind], which), from)
  }

  put(said: string, sign: string, from: number): void {
    if (from >= 0) this.text = this.text.slice(0, from) + sign + this.text.slice(from + said.length)
  }
}

export const unique = (places: readonly Place[]): readonly Place[] =>
  places.filter(
    (one, i) => places.findIndex((other) => other.kind === one.kind && other.code === one.code) === i,
  )

export function stranger(marking: Marking, said: string): void {
  const which = marking.strangers.push(said) - 1
  marking.put(said, signOf('X', which), marking.text.indexOf(said))
}
