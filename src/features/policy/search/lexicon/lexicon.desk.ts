import type { Answers, Desk, Performs } from '../../../../conversation/desk.ts'
import { may } from '../../../../kernel/person.ts'
import type { PolicyService } from '../../policy.service.ts'
import { changeWordsDialogue } from './change-words.dialogue.ts'
import { changeWords, planWords, type WordsParts } from './change-words.ts'
import type { LexiconEffect, LexiconQuery, LexiconView } from './lexicon.effects.ts'
import type { LexiconStore } from './lexicon.store.ts'
import { lookDialogue } from './look.dialogue.ts'
import { readLexiconWords } from './recognise-lexicon.ts'

/** 词表: what people say for what rules write, as far as staff look after it. */
export function lexiconDesk(service: PolicyService, store: LexiconStore): Desk {
  const parts: WordsParts = {
    store,
    lexicon: service.lexicon,
    async isWritten(words, doing) {
      const hits = await service.search(words, { top: 3, eyes: 'all' }, doing.work)
      return hits.some(({ text, title, heading }) => `${title} ${heading} ${text}`.includes(words))
    },
  }
  const answers: Answers<LexiconQuery> = {
    async 'policy.words'({ words }, { by, work }): Promise<LexiconView | undefined> {
      if (!may(by.person, 'policy.manage')) return undefined
      await service.lexicon.refresh(work)
      const all = await store.list(work)
      const used = all.filter(({ state }) => state === 'used')
      const knows = (forms: readonly string[]) => forms.some((form) => form.includes(words))
      return {
        own: words === '' ? used : used.filter((line) => knows([...line.said, ...line.written])),
        proposed: all.filter(({ state }) => state === 'proposed'),
        shipped: words === '' ? [] : service.lexicon.linesFor(words),
      }
    },
    'policy.plan-words': async ({ order }, doing) =>
      may(doing.by.person, 'policy.manage') ? planWords(order, parts, doing) : undefined,
  }
  const performs: Performs<LexiconEffect> = {
    async 'policy.changeWords'({ order }, doing) {
      // Roles may have changed between the question and the yes.
      if (may(doing.by.person, 'policy.manage')) await changeWords(order, parts, doing)
    },
  }
  return { dialogues: [lookDialogue, changeWordsDialogue], recognise: readLexiconWords, answers, performs }
}
