import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { PolicyService } from '../policy.service.ts'
import { eyesOfListeners } from './document-audience.ts'
import { addDialogue, listDialogue } from './documents.dialogue.ts'
import type { LibraryEffect, LibraryQuery } from './library.effects.ts'
import { type ListedDocument, libraryTexts as texts } from './library.texts.ts'
import type { StoredDocument } from './policy.store.ts'
import { readLibraryWords } from './recognise-library.ts'
import { removeDialogue } from './remove.dialogue.ts'

/** 文件: which there are, and what staff do with them. */
export function libraryDesk(service: PolicyService): Desk {
  const eyesOf = async (doing: Doing) => eyesOfListeners(doing.by, await doing.directory())
  const answers: Answers<LibraryQuery> = {
    async 'policy.documents'(_query, doing) {
      const documents = await service.listDocuments(await eyesOf(doing), doing.work)
      return documents.map((one) => listed(one, dayOf(doing.work.at)))
    },
    async 'policy.find'({ words }, doing) {
      const documents = await service.findDocuments(words, await eyesOf(doing), doing.work)
      return documents.map((one) => listed(one, dayOf(doing.work.at)))
    },
  }
  const performs: Performs<LibraryEffect> = {
    async 'policy.remove'({ doc, title }, doing) {
      const { person, home } = doing.by
      // Roles may have changed between the question and the yes.
      if (!may(person, 'policy.manage')) return
      const removed = await service.removeDocument(doc, person.code ?? 'stranger', doing.work)
      const text = removed ? texts.removed(title) : texts.wasGone(title)
      doing.post(`${doing.turnKey}:policy.remove`, { to: home, text, origin: 'automatic' })
    },
  }
  return {
    dialogues: [listDialogue, addDialogue, removeDialogue],
    recognise: readLibraryWords,
    answers,
    performs,
  }
}

const listed = ({ facts }: StoredDocument, today: string): ListedDocument => ({
  title: facts.title,
  doc: facts.doc,
  documentNumber: facts.documentNumber,
  isEnded: facts.endsOn !== undefined && facts.endsOn < today,
})
