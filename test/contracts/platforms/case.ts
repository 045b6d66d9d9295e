import type { Capabilities } from '../../../src/conversation/platform.ts'
import type { Ability, Wire } from '../../support/wires.ts'
import type { Guest } from './guest.ts'

/** Undefined: this platform can do it; otherwise why not, in one clause. */
export type Need = (wire: Wire) => string | undefined

/** One line of the table of cases × platforms. */
export interface Case {
  readonly name: string
  /** Everything it takes; the first that is missing gives the reason of the empty cell. */
  readonly needs?: readonly Need[]
  run(guest: Guest): Promise<void>
  /** Runs in the place of `run` where a need is missing: proves that the house is not promised what is not there. */
  without?(guest: Guest): Promise<void>
}

/** A member of the wire, a fault, or one of the abilities that have no member. */
export function able(ability: Ability): Need {
  return (wire) => {
    const reason = wire.cannot[ability]
    if (reason !== undefined) return reason
    const isThere = ability.startsWith('faults.')
      ? ability.slice('faults.'.length) in wire.faults
      : MEMBERLESS.includes(ability) || wire[ability as keyof Wire] !== undefined
    if (!isThere) throw new Error(`The wire lacks ${ability} and does not say why in \`cannot\`.`)
    return undefined
  }
}

const MEMBERLESS: readonly Ability[] = ['overhears', 'redelivers', 'refs', 'captions', 'answers', 'lines']

/** Something that the platform declares of itself. */
export function declares(what: string, isSo: (can: Capabilities) => boolean): Need {
  return ({ platform }) => (isSo(platform.can) ? undefined : `declared: ${what}`)
}
