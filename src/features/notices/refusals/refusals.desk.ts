import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { NoticesParts } from '../notices.service.ts'
import { type Prefer, type PreferenceQuery, preferenceDialogue } from './preference.dialogue.ts'
import { readPreference } from './preference-words.ts'

/** 退订: everybody says themselves which letters of broadcasts they want to get alone. */
export function refusalsDesk({ refusals }: Pick<NoticesParts, 'refusals'>): Desk {
  const answers: Answers<PreferenceQuery> = {
    async 'notices.refused'(_query, { by, work }) {
      return by.person.code === undefined ? [] : refusals.listOf(by.person.code, work)
    },
  }
  const performs: Performs<Prefer> = {
    async 'notices.prefer'({ refuse, accept }, doing) {
      const { code } = doing.by.person
      if (code === undefined) return
      for (const topic of accept) refusals.accept(code, topic, doing.work)
      for (const topic of refuse) refusals.refuse(code, topic, doing.work)
      doing.audit('notices.prefer', code, { refused: refuse.length, accepted: accept.length })
    },
  }
  return {
    dialogues: [preferenceDialogue],
    answers,
    performs,
    recognise({ text }, { answered }) {
      const heard = readPreference(text, answered)
      if (heard === undefined) return []
      // A bare 恢复 may be about many things.
      const isBare = [...text.trim()].length <= 3 && answered === undefined
      const score = isBare ? 0.5 : 0.85
      const words = [text.slice(0, 20)]
      return [
        { dialogue: 'notices.preference', label: '设置收哪些通知', words, band: 'own', score, data: heard },
      ]
    },
  }
}
