import { z } from 'zod'
import { type Dialogue, type Effect, step } from '../../src/conversation/dialogue.ts'
import type { ErrandHands } from '../../src/conversation/errand.ts'
import type { Doing, Feature, Reading } from '../../src/conversation/feature.ts'
import type { Counters } from '../../src/kernel/counters.ts'

const State = z.object({ step: z.enum(['open', 'filed', 'abandoned']), lines: z.array(z.string()) })
type State = z.infer<typeof State>
const CHOICES = [
  { id: 'yes', label: '记下来' },
  { id: 'no', label: '不记' },
]
type PadEffect = Effect & { readonly lines: readonly string[] }

/** A form that gathers lines until a yes; the smallest thing that uses everything the corridor offers. */
const form: Dialogue<State> = {
  name: 'pad.form',
  version: 1,
  schema: State,
  finalSteps: ['filed', 'abandoned'],
  idleMinutes: 30,
  start: (turn) => form.next({ step: 'open', lines: [] }, turn, {}),
  next(state, turn) {
    if (turn.kind === 'cancel' || turn.kind === 'silence' || turn.kind === 'no')
      return step({ ...state, step: 'abandoned' }, [
        { text: turn.kind === 'silence' ? '久未回复，先放下' : '不记了' },
      ])
    if (turn.kind === 'yes')
      return step({ ...state, step: 'filed' }, [], [{ kind: 'pad.file', lines: state.lines }])
    const said = turn.kind === 'say' ? turn.said.pieces.map(({ text }) => text) : []
    const after = { ...state, lines: [...state.lines, ...said] }
    return step(after, form.resume(after))
  },
  choices: () => CHOICES,
  number: (state) => /编号(\d{4})/u.exec(state.lines.join())?.[1],
  holds: () => false,
  resume: (state) => [{ text: `记：${state.lines.join('｜')}`, choices: CHOICES }],
}

const Over = z.object({ step: z.literal('over') })
const over = (
  name: `pad.${string}`,
  start: Dialogue<z.infer<typeof Over>>['start'],
): Dialogue<z.infer<typeof Over>> => ({
  name,
  version: 1,
  schema: Over,
  finalSteps: ['over'],
  idleMinutes: 1,
  start,
  next: (state) => step(state),
  resume: () => [],
})
const wordsOf = (turn: Parameters<Dialogue['start']>[0]) => (turn.kind === 'say' ? turn.said.text : '')

const aside = over('pad.aside', (turn) =>
  step({ step: 'over' }, [{ text: `答：${wordsOf(turn)}`, to: 'here' }]),
)
const called = over('pad.called', () => ({
  ...step({ step: 'over' }, [{ text: '在的', to: 'here' }]),
  listenMinutes: 2,
}))
/** Whatever is done without asking: the word after 做 says what. */
const act = over('pad.act', (turn) =>
  step({ step: 'over' }, [], [{ kind: 'pad.act', lines: [wordsOf(turn)] } as never]),
)
const brought = over('pad.brought', (turn) =>
  step({ step: 'over' }, [{ text: `取回：${turn.kind === 'invited' ? turn.data : ''}`, to: 'here' }]),
)
const leak = over('pad.leak', () =>
  step({ step: 'over' }, [{ text: '他的电话是 13812345678', to: 'here', choices: CHOICES }]),
)

export interface PadHooks {
  /** Before an effect is performed; may throw, or disturb the database. */
  perform?(lines: readonly string[], doing: Doing): Promise<void>
  due?(doing: Doing): Promise<void>
  nextDueAt?(): Date | undefined
  hears?(text: string): boolean
  /** What an errand (做…跑腿) does before it brings its words back. */
  fetch?(words: string, hands: ErrandHands): Promise<void>
}

/** `记 …` opens the form, `问 …` is answered aside, `做 …` is done at once, a bare call is listened after. */
export function padFeature(counters: Counters, hooks: PadHooks): Feature {
  const reading = (dialogue: Reading['dialogue'], band: Reading['band']): Reading => ({
    dialogue,
    band,
    score: 1,
    words: [],
    label: dialogue,
  })
  return {
    name: 'pad',
    dialogues: [form, aside, called, act, brought, leak],
    recognise({ text }) {
      if (text === '') return [reading('pad.called', 'smallTalk')]
      if (/(?:^|\n)问/u.test(text)) return [reading('pad.aside', 'policy')]
      if (text.startsWith('做')) return [reading('pad.act', 'command')]
      if (text.startsWith('漏')) return [reading('pad.leak', 'command')]
      return /(?:^|\n)记/u.test(text) ? [reading('pad.form', 'appeal')] : []
    },
    async overhear({ text }, doing) {
      if (hooks.hears?.(text) !== true) return false
      doing.audit('pad.overheard', text)
      return true
    },
    async perform(effect, doing) {
      const { lines } = effect as PadEffect
      await hooks.perform?.(lines, doing)
      if (effect.kind === 'pad.act') return acts(lines.join(), doing)
      const number = await counters.next('pad', doing.work)
      doing.audit('pad.file', `pad:${number}`, { lines: lines.length })
      const text = `已记 ${number} 号`
      doing.post(`${doing.turnKey}:receipt`, {
        to: doing.by.home,
        text: `${text}：${lines.join('｜')}`,
        origin: 'automatic',
      })
      if (doing.group !== undefined)
        doing.post(`${doing.turnKey}:group`, { to: doing.group, text, origin: 'automatic' })
    },
    async carryOut(request, doing) {
      if (request.kind !== 'staff.tell') return false
      if (request.key === 'k') await doing.request(request)
      else doing.audit('pad.told', request.text)
      return true
    },
    async hear(fact, doing) {
      await doing.tell(fact)
    },
    runs: {
      'pad.fetch': {
        atOnce: 2,
        async run(data, hands) {
          await hooks.fetch?.(String(data), hands)
          return { dialogue: 'pad.brought', data }
        },
        gaveUp: (data) => ({ dialogue: 'pad.brought', data: `没有取到${String(data)}` }),
      },
    },
    due: async (doing) => hooks.due?.(doing),
    nextDueAt: async () => hooks.nextDueAt?.(),
  }
}

async function acts(words: string, doing: Doing): Promise<void> {
  if (words.includes('打转')) await doing.request({ kind: 'staff.tell', key: 'k', text: 't' })
  if (words.includes('传话')) await doing.tell({ kind: 'appealResolved', number: '2026-0001' })
  for (const [, what] of words.matchAll(/跑腿(.)/gu))
    doing.order({ kind: 'pad.fetch', data: what, key: `pad:${what}` })
  if (words.includes('邀请')) await doing.invite('wu', 'pad.form', undefined, `${doing.turnKey}:invite`)
  doing.audit('pad.act', words)
}
