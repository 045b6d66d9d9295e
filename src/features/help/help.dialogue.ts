import { z } from 'zod'
import { type Dialogue, type Effect, type Say, step } from '../../conversation/dialogue.ts'
import type { Speaker } from '../../conversation/said.ts'
import type { Directory } from '../../kernel/directory.ts'
import { helpTexts as texts } from './help.texts.ts'
import { TOPICS, type Topic } from './help-words.ts'
import { ordersTexts } from './orders.texts.ts'

const State = z.object({ step: z.literal('answered') })
const Data = z.object({ topic: z.enum(TOPICS) })

/** After a bare call the matter itself follows in the next lines, without another mention. */
const LISTEN_MINUTES = 5
/** Before a roster is there. */
const NAMELESS = '工商联'

interface Known {
  readonly directory?: Directory
}

/** 帮助和寒暄: one answer, nothing is awaited. */
export const answerDialogue: Dialogue<z.infer<typeof State>, Known, Effect> = {
  name: 'help.answer',
  version: 1,
  schema: State,
  finalSteps: ['answered'],
  idleMinutes: 1,
  needs: () => ({ directory: { ask: 'membership.directory' } }),
  start({ by }, { directory }, beginning) {
    const { topic } = Data.parse(beginning.data)
    const taken = step<z.infer<typeof State>, Effect>(
      { step: 'answered' },
      says(topic, by, directory?.federation ?? NAMELESS),
    )
    return topic === 'call' && by.chat.kind === 'group' ? { ...taken, listenMinutes: LISTEN_MINUTES } : taken
  },
  next: (state) => step(state),
  resume: () => [],
}

function says(topic: Topic, { chat, person }: Speaker, federation: string): readonly Say[] {
  const inGroup = chat.kind === 'group'
  switch (topic) {
    case 'abilities': {
      const whole: Say = { text: texts.abilities(federation, person.roles) }
      // What somebody's office lets them do is not for the group to read.
      return inGroup ? [whole, { text: texts.abilitiesInGroup(), to: 'here' }] : [whole]
    }
    case 'orders': {
      const whole: Say = { text: ordersTexts.all(person.roles) }
      return inGroup ? [whole, { text: texts.abilitiesInGroup(), to: 'here' }] : [whole]
    }
    case 'who':
      return [{ text: inGroup ? texts.whoInGroup() : texts.who(federation), to: 'here' }]
    case 'call':
      return [{ text: inGroup ? texts.listening() : texts.greeting(federation), to: 'here' }]
    case 'human':
      return [{ text: texts.human(), to: 'here' }]
    case 'thanks':
      return [{ text: texts.thanks(), to: 'here' }]
    case 'agreed':
      return [{ text: texts.agreed(), to: 'here' }]
    case 'redPacket':
      return [{ text: texts.redPacket(), to: 'here' }]
    case 'chatter':
      return [{ text: texts.chatter(), to: 'here' }]
  }
}
