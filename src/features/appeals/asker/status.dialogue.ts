import { z } from 'zod'
import { type Dialogue, type Query, type Say, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsEffect, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { findMeant } from '../reading/meant-appeal.ts'
import { statusTexts as texts } from './status.texts.ts'

export interface StatusAsked {
  readonly number?: AppealNumber
  readonly isReminder: boolean
}

interface Known {
  readonly directory: Directory
  readonly own?: readonly Appeal[]
  readonly lookup?: Lookup
}

const State = z.object({ step: z.literal('told') })
type State = z.infer<typeof State>

const MOST_SHOWN = 5

/** 进度查询 and 催办, in one line: the whole in private, number and state in a group. */
export const statusDialogue: Dialogue<State, Known, AppealsEffect> = {
  name: 'appeals.status',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,

  needs(_state, turn, beginning, known): Readonly<Record<string, Query>> {
    const number = (beginning?.data as StatusAsked | undefined)?.number
    const directory: Query = { ask: 'membership.directory' }
    if (number !== undefined) return { directory, lookup: { ask: 'appeals.lookup', number } as Query }
    const only = onlyOne((known as unknown as Known).own, turn)
    // The history of one is worth a second look; of several, a line each will do.
    const lookup =
      only === undefined ? {} : { lookup: { ask: 'appeals.lookup', number: numberOf(only) } as Query }
    return { directory, own: { ask: 'appeals.own' }, ...lookup }
  },

  start(turn, known, beginning) {
    const { number, isReminder } = beginning.data as StatusAsked
    const done: State = { step: 'told' }
    const { lookup, own = [], directory } = known
    const now = turn.by.at
    if (lookup?.kind === 'found') {
      const { appeal, history } = lookup
      const effects =
        isReminder && lookup.as === 'asker' && isOpen(appeal.status)
          ? [{ kind: 'appeals.remind', number: appeal.number } as AppealsEffect]
          : []
      const letters = told(turn, texts.whole(appeal, history, now, directory), [appeal])
      // Who was reminded, and where it stands, are told by whoever carries it out: one letter, not two.
      return step<State, AppealsEffect>(done, effects.length > 0 ? letters.slice(1) : letters, effects)
    }
    if (number !== undefined) {
      const asked =
        lookup?.kind === 'last-year'
          ? appealsTexts.lastYear(lookup.number)
          : appealsTexts.notYours(spoken(number))
      return step<State, AppealsEffect>(done, told(turn, asked, []))
    }
    const open = own.filter(({ status }) => isOpen(status))
    if (open.length === 0)
      return step<State, AppealsEffect>(done, told(turn, texts.noneOpen(own[0], now), []))
    const shown = open.slice(0, MOST_SHOWN)
    const text = texts.several(
      shown.map((appeal) => texts.line(appeal, now, directory)),
      open.length - shown.length,
    )
    // Impatient about none in particular: the newest is on their mind.
    const meant = isReminder ? open[0] : undefined
    const effects =
      meant === undefined ? [] : [{ kind: 'appeals.remind', number: meant.number } as AppealsEffect]
    return step<State, AppealsEffect>(done, told(turn, text, shown), effects)
  },

  next: (state) => step(state),
  resume: () => [],
}

function told(turn: Turn, text: string, appeals: readonly Appeal[]): Say[] {
  if (turn.by.chat.kind === 'private') return [{ text }]
  // A number said beside a name would unseal whose it is.
  const open = appeals.filter(({ sealed }) => !sealed)
  return [
    { text },
    { text: open.length === 0 ? texts.groupNone() : texts.group(open, turn.by.at), to: 'here' },
  ]
}

/** The one that is in progress, or of several the one that the words name: 我那个贷款的事咋样了 asks after that only. */
function onlyOne(own: readonly Appeal[] | undefined, turn: Turn): Appeal | undefined {
  const open = own?.filter(({ status }) => isOpen(status)) ?? []
  return open.length === 1 ? open[0] : named(turn, open)
}

const named = (turn: Turn, open: readonly Appeal[]) =>
  turn.kind === 'say' ? findMeant(turn.said.text, open) : undefined

export function numberOf(appeal: Pick<Appeal, 'number'>): AppealNumber {
  const [year, serial] = appeal.number.split('-')
  return { year: Number(year), serial: Number(serial) }
}

/** As it was asked for, for repeating it back. */
export function spoken({ year, serial }: AppealNumber): string {
  const short = String(serial).padStart(4, '0')
  return year === undefined ? short : `${year}-${short}`
}
