import type { Band, Feature, Reading } from '../../conversation/feature.ts'
import { answerDialogue } from './help.dialogue.ts'
import { readTopic, type Topic } from './help-words.ts'

/** What can mean nothing else is answered in the middle of anything; small talk only where nothing is going on. */
const ASKED: ReadonlySet<Topic> = new Set(['abilities', 'orders', 'who', 'human'])
const SMALL_TALK_SCORE = 0.8

/** 帮助: what this house can do, for whom, and the short words around it. */
export function helpFeature(): Feature {
  return {
    name: 'help',
    dialogues: [answerDialogue],
    recognise(said): readonly Reading[] {
      // A photo without words is evidence of something, not a call.
      if (said.pieces.some(({ files }) => files !== undefined && files.length > 0)) return []
      const topic = readTopic(said.text)
      if (topic === undefined) return []
      const band: Band = ASKED.has(topic) ? 'command' : 'smallTalk'
      const score = band === 'command' ? 1 : SMALL_TALK_SCORE
      return [
        {
          dialogue: answerDialogue.name,
          band,
          score,
          words: [said.text.slice(0, 20)],
          label: '了解怎么用',
          data: { topic },
        },
      ]
    },
  }
}
