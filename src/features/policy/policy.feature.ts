import type { Query } from '../../conversation/dialogue.ts'
import type { Doing, Feature } from '../../conversation/feature.ts'
import { dayOf } from '../../kernel/clock.ts'
import { may } from '../../kernel/person.ts'
import { answerDialogue } from './answer.dialogue.ts'
import { eyesOfListeners } from './document-audience.ts'
import { addDialogue, listDialogue } from './documents.dialogue.ts'
import { type PolicyParts, policyService } from './policy.service.ts'
import type { StoredDocument } from './policy.store.ts'
import { openedByModel, readPolicyWords } from './policy-commands.ts'
import type { PolicyEffect, PolicyQuery } from './policy-query.ts'
import { type ListedDocument, policyTalkTexts as texts } from './policy-talk.texts.ts'
import { removeDialogue } from './remove.dialogue.ts'

/** 政策: questions about rules, answered from the documents, and the documents themselves. */
export function policyFeature(parts: PolicyParts): Feature {
  const service = policyService(parts)
  return {
    name: 'policy',
    dialogues: [answerDialogue, listDialogue, addDialogue, removeDialogue],
    recognise: readPolicyWords,
    opens: openedByModel,
    async answer(query: Query, doing: Doing) {
      const asked = query as PolicyQuery
      const { work, by } = doing
      const eyes = eyesOfListeners(by, await doing.directory())
      const today = dayOf(work.at)
      switch (asked.ask) {
        case 'policy.consult':
          return service.consult(asked.question, { today, eyes }, work)
        case 'policy.documents':
          return (await service.listDocuments(eyes, work)).map((one) => listed(one, today))
        case 'policy.find':
          return (await service.findDocuments(asked.words, eyes, work)).map((one) => listed(one, today))
      }
    },
    async perform(effect, doing) {
      const wanted = effect as PolicyEffect
      if (wanted.kind === 'policy.beginAppeal') {
        await doing.request({ kind: 'appeal.begin', text: wanted.text, sources: wanted.sources })
        return
      }
      const { person, home } = doing.by
      // Roles may have changed between the question and the yes.
      if (!may(person, 'policy.manage')) return
      const removed = await service.removeDocument(wanted.doc, person.code ?? 'stranger', doing.work)
      const text = removed ? texts.removed(wanted.title) : texts.wasGone(wanted.title)
      doing.post(`${doing.turnKey}:policy.remove`, { to: home, text, origin: 'automatic' })
    },
  }
}

const listed = ({ facts }: StoredDocument, today: string): ListedDocument => ({
  title: facts.title,
  doc: facts.doc,
  documentNumber: facts.documentNumber,
  isEnded: facts.endsOn !== undefined && facts.endsOn < today,
})
