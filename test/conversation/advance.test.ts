import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { advance, type Target } from '../../src/conversation/advance.ts'
import type { Conversation } from '../../src/conversation/conversation.ts'
import { type Dialogue, step } from '../../src/conversation/dialogue.ts'
import type { Speaker } from '../../src/conversation/said.ts'
import type { Turn } from '../../src/conversation/turn.ts'

const chat = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u' } as const
const by: Speaker = {
  person: { code: undefined, name: '访客', roles: [] },
  personId: 'u',
  chat,
  home: chat,
  at: new Date('2026-03-02T01:00:00Z'),
}
const empty: Conversation = {
  key: 'c',
  chat,
  personId: 'u',
  personName: undefined,
  version: 0,
  frames: [],
  carriedOn: [],
  listeningUntil: undefined,
}
const turn = (kind: 'yes' | 'no' | 'silence'): Turn => ({ by, kind })

const State = z.object({ step: z.enum(['open', 'over']), said: z.number() })
const form: Dialogue<z.infer<typeof State>> = {
  name: 'test.form',
  version: 2,
  schema: State,
  upgrade: (stored) => ({ said: 0, ...(stored as object) }),
  finalSteps: ['over'],
  idleMinutes: 10,
  start: (_turn, _facts, { data }) => step({ step: 'open', said: Number(data ?? 0) }, [{ text: '开始' }]),
  next: (state, { kind }) =>
    kind === 'yes'
      ? step({ step: 'over', said: state.said }, [{ text: '好了' }])
      : step({ ...state, said: state.said + 1 }),
  resume: (state) => (state.step === 'open' ? [{ text: '接着说' }] : []),
}
const aside: Dialogue<{ step: 'over' }> = {
  name: 'test.aside',
  version: 1,
  schema: z.object({ step: z.literal('over') }),
  finalSteps: ['over'],
  idleMinutes: 1,
  start: () => step({ step: 'over' }, [{ text: '答复' }]),
  next: (state) => step(state),
  resume: () => [],
}
const find = (name: string) => [form, aside].find((one) => one.name === name) as Dialogue | undefined
const start = (dialogue: string, frame: string, data?: number): Target => ({
  kind: 'start',
  dialogue,
  data,
  frame,
})
const texts = (advanced: ReturnType<typeof advance>) => advanced.says.map(({ say }) => say.text)

test('the same order given twice waits for one yes, and a yes to either letter is that yes', () => {
  const first = advance(empty, start('test.form', 'f-1'), turn('no'), {}, find)
  const second = advance(first.home, start('test.form', 'f-2'), turn('no'), {}, find)
  expect(second.home.frames.map(({ id }) => id)).toEqual(['f-1'])
  expect(second.says.map(({ frame }) => frame)).toEqual(['f-1'])
  // Where something was said to it meanwhile it is another question.
  const changed = advance(second.home, { kind: 'frame', frame: 'f-1' }, turn('no'), {}, find)
  const third = advance(changed.home, start('test.form', 'f-3'), turn('no'), {}, find)
  expect(third.home.frames.map(({ id }) => id)).toEqual(['f-1', 'f-3'])
})

describe('one turn', () => {
  test('a question answered aside ends with where the dialogue below was', () => {
    const { home } = advance(empty, start('test.form', 'f1'), turn('no'), {}, find)
    const after = advance(home, start('test.aside', 'f2'), turn('no'), {}, find)
    expect(texts(after)).toEqual(['答复', '接着说'])
    expect(after.home.frames.map(({ id }) => id)).toEqual(['f1'])
  })

  test('an invitation with nothing to say after all leaves whoever talks alone', () => {
    const silent: Dialogue<{ step: 'over' }> = { ...aside, start: () => step({ step: 'over' }) }
    const find = (name: string) => (name === 'test.aside' ? silent : form) as Dialogue
    const { home } = advance(empty, start('test.form', 'f1'), turn('no'), {}, find)
    const invited: Turn = { by, kind: 'invited', data: {} }
    expect(texts(advance(home, start('test.aside', 'f2'), invited, {}, find))).toEqual([])
    expect(texts(advance(home, start('test.aside', 'f2'), turn('no'), {}, find))).toEqual(['接着说'])
  })

  test('a card that stands alone is not brought up again, and can still be answered', () => {
    const card: Dialogue<z.infer<typeof State>> = { ...form, standsAlone: ({ step: at }) => at === 'open' }
    const find = (name: string) => (name === 'test.aside' ? aside : card) as Dialogue
    const { home } = advance(empty, start('test.form', 'f1'), turn('no'), {}, find)
    const after = advance(home, start('test.aside', 'f2'), turn('no'), {}, find)
    expect(texts(after)).toEqual(['答复'])
    expect(texts(advance(after.home, { kind: 'frame', frame: 'f1' }, turn('yes'), {}, find))).toEqual([
      '好了',
    ])
  })

  test('the same turn on the same conversation gives the same: it can be advanced again', () => {
    const { home } = advance(empty, start('test.form', 'f1'), turn('no'), {}, find)
    const target: Target = { kind: 'frame', frame: 'f1' }
    expect(advance(home, target, turn('yes'), {}, find)).toEqual(advance(home, target, turn('yes'), {}, find))
  })

  test('what is answered comes to the top, so that the next word is about it', () => {
    const one = advance(empty, start('test.form', 'f1'), turn('no'), {}, find).home
    const two = advance(one, start('test.form', 'f2', 5), turn('no'), {}, find).home
    const after = advance(two, { kind: 'frame', frame: 'f1' }, turn('no'), {}, find).home
    expect(after.frames.map(({ id }) => id)).toEqual(['f2', 'f1'])
  })

  test('state stored by an older version is raised', () => {
    const old = {
      ...empty,
      frames: [
        { id: 'f1', dialogue: 'test.form', version: 1, state: { step: 'open' }, touchedAt: '', silentAt: '' },
      ],
    }
    const after = advance(old, { kind: 'frame', frame: 'f1' }, turn('no'), {}, find)
    expect(after.home.frames[0]).toMatchObject({ version: 2, state: { step: 'open', said: 1 } })
  })

  test('state that no longer parses ends politely and crashes nothing', () => {
    const broken = {
      ...empty,
      frames: [
        { id: 'f1', dialogue: 'test.form', version: 2, state: 'rubbish', touchedAt: '', silentAt: '' },
      ],
    }
    const after = advance(broken, { kind: 'frame', frame: 'f1' }, turn('yes'), {}, find)
    expect(after.home.frames).toEqual([])
    expect(texts(after)[0]).toContain('重新说一次')
  })

  test('silence ends a dialogue without waking the one below', () => {
    const one = advance(empty, start('test.form', 'f1'), turn('no'), {}, find).home
    const two = advance(one, start('test.form', 'f2', 5), turn('no'), {}, find).home
    const silent: Dialogue = { ...form, next: () => step({ step: 'over', said: 0 }, [{ text: '先放下' }]) }
    const after = advance(two, { kind: 'frame', frame: 'f2' }, turn('silence'), {}, (name) =>
      name === 'test.form' ? silent : undefined,
    )
    expect(texts(after)).toEqual(['先放下'])
  })

  test('silence is due when nothing came for the idle time', () => {
    const { home } = advance(empty, start('test.form', 'f1'), turn('no'), {}, find)
    expect(home.frames[0]?.silentAt).toBe('2026-03-02T01:10:00.000Z')
  })
})
