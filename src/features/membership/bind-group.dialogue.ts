import { z } from 'zod'
import { type Dialogue, type Effect, type Say, type Step, step } from '../../conversation/dialogue.ts'
import { groupTexts as texts } from './group.texts.ts'

export type BindGroupEffect =
  | (Effect & { readonly kind: 'membership.bindGroup'; readonly code: string })
  | (Effect & { readonly kind: 'membership.unbindGroup' })

const Named = z.object({ code: z.string(), title: z.string() })

const State = z.discriminatedUnion('step', [
  /** `here`: what this chat is bound to now; left out: the code is bound to another chat that is alive. */
  z.object({ step: z.literal('confirming'), group: Named, here: Named.optional() }),
  z.object({ step: z.literal('bound') }),
  z.object({ step: z.literal('left') }),
])
type State = z.infer<typeof State>

/** What the roster says about the code and about this chat. */
export interface Binding {
  readonly group?: z.infer<typeof Named>
  readonly nearest: readonly z.infer<typeof Named>[]
  readonly here?: z.infer<typeof Named>
  /** The code belongs to another chat in which somebody spoke to us or was written to. */
  readonly isAliveElsewhere: boolean
}

interface Known {
  readonly binding?: Binding
}

export interface BindGroupData {
  readonly code: string
  readonly allowed: boolean
}

const CHOICES = [
  { id: 'yes', label: texts.yes() },
  { id: 'no', label: texts.no() },
]

const left = (text: string): Step<State, BindGroupEffect> => step({ step: 'left' }, [{ text, to: 'here' }])

/** “绑定本群 machinery-group”: this chat is that group of the roster from now on. */
export const bindGroupDialogue: Dialogue<State, Known, BindGroupEffect> = {
  name: 'membership.bind-group',
  version: 1,
  schema: State,
  finalSteps: ['bound', 'left'],
  idleMinutes: 10,
  needs(state, turn, beginning) {
    const { code = '', allowed = false } = (beginning?.data ?? {}) as Partial<BindGroupData>
    if (state !== undefined || turn.by.chat.kind === 'private' || !allowed) return {}
    return { binding: { ask: 'membership.binding', code } as never }
  },
  start(turn, { binding }, beginning) {
    const { code, allowed } = beginning.data as BindGroupData
    if (turn.by.chat.kind === 'private') return left(texts.bindInGroup())
    if (!allowed || binding === undefined) return left(texts.mayBind())
    const { group, here, nearest } = binding
    if (code === '') return left(texts.whichGroup(nearest))
    if (group === undefined) return left(texts.unknownGroup(code, nearest))
    if (here?.code === group.code) return left(texts.alreadyBound(group))
    if (here === undefined && !binding.isAliveElsewhere) return bind(group.code)
    const state: State = { step: 'confirming', group, ...(here === undefined ? {} : { here }) }
    return step(state, asks(state))
  },
  next(state, turn) {
    if (state.step !== 'confirming') return step(state)
    if (turn.kind === 'yes') return bind(state.group.code)
    if (turn.kind === 'silence') return step({ step: 'left' })
    if (turn.kind === 'no' || turn.kind === 'cancel') return left(texts.keptAsIs())
    return step(state, asks(state))
  },
  resume: asks,
  choices: (state) => (state.step === 'confirming' ? CHOICES : []),
}

const bind = (code: string): Step<State, BindGroupEffect> =>
  step({ step: 'bound' }, [], [{ kind: 'membership.bindGroup', code }])

function asks(state: State): readonly Say[] {
  if (state.step !== 'confirming') return []
  const { group, here } = state
  const text = here === undefined ? texts.confirmElsewhere(group) : texts.confirmInstead(group, here)
  return [{ text, choices: CHOICES, to: 'here' }]
}

const Done = z.object({ step: z.literal('done') })

/** “解绑本群”. */
export const unbindGroupDialogue: Dialogue<z.infer<typeof Done>, Known, BindGroupEffect> = {
  name: 'membership.unbind-group',
  version: 1,
  schema: Done,
  finalSteps: ['done'],
  idleMinutes: 1,
  needs: () => ({ binding: { ask: 'membership.binding', code: '' } as never }),
  start(turn, { binding }, beginning) {
    const { allowed } = beginning.data as { allowed: boolean }
    const done = { step: 'done' } as const
    const here = (text: string) => step<typeof done, BindGroupEffect>(done, [{ text, to: 'here' }])
    if (turn.by.chat.kind === 'private') return here(texts.bindInGroup())
    if (!allowed) return here(texts.mayBind())
    if (binding?.here === undefined) return here(texts.notBound())
    return step(
      done,
      [{ text: texts.unbound(binding.here), to: 'here' }],
      [{ kind: 'membership.unbindGroup' }],
    )
  },
  next: (state) => step(state),
  resume: () => [],
}
