import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { PolicyService } from '../policy.service.ts'
import { addDialogue } from './add.dialogue.ts'
import { checkedDialogue } from './checked.dialogue.ts'
import { correctDialogue } from './correct.dialogue.ts'
import { eyesOfListeners } from './document-audience.ts'
import { listDialogue } from './documents.dialogue.ts'
import { knownDocument } from './known-document.ts'
import type { LibraryEffect, LibraryQuery } from './library.effects.ts'
import { type ListedDocument, libraryTexts as texts } from './library.texts.ts'
import { type LibraryParts, performCorrect, performTakeIn } from './perform-library.ts'
import type { StoredDocument } from './policy.store.ts'
import { chamberNamed } from './read-audience.ts'
import { readFileErrand } from './read-file-errand.ts'
import { readLibraryWords } from './recognise-library.ts'
import { removeDialogue } from './remove.dialogue.ts'
import type { SentFilesStore } from './sent-files.store.ts'
import { takeInDialogue } from './take-in.dialogue.ts'

export type LibraryDeskParts = Omit<LibraryParts, 'isChangedBy'> & { readonly sentFiles: SentFilesStore }

/** How long a file that was sent is still "the last one". */
const LAST_FILE_MS = 60 * 60_000

/** 文件: which there are, and what staff do with them. */
export function libraryDesk(service: PolicyService, parts: LibraryDeskParts): Desk {
  const house: LibraryParts = { ...parts, isChangedBy: service.isChangedBy }
  const eyesOf = async (doing: Doing) => eyesOfListeners(doing.by, await doing.directory())
  const answers: Answers<LibraryQuery> = {
    async 'policy.documents'(_query, doing) {
      const documents = await service.listDocuments(await eyesOf(doing), doing.work)
      return documents.map((one) => listed(one, dayOf(doing.work.at)))
    },
    async 'policy.find'({ words }, doing) {
      const documents = await service.findDocuments(words, await eyesOf(doing), doing.work)
      return documents.filter(isPaper).map((one) => listed(one, dayOf(doing.work.at)))
    },
    async 'policy.known'({ words }, doing) {
      const documents = await service.findDocuments(words, await eyesOf(doing), doing.work)
      return documents.filter(isPaper).map(knownDocument)
    },
    async 'policy.unchecked'(_query, doing) {
      const documents = await service.listDocuments(await eyesOf(doing), doing.work)
      return documents.map(knownDocument).filter(({ unchecked }) => unchecked)
    },
    'policy.lastFiles': (_query, doing) =>
      parts.sentFiles.listLast(doing.by, new Date(doing.work.at.getTime() - LAST_FILE_MS), doing.work),
    'policy.chamber': async ({ words }, doing) => chamberNamed(words, await doing.directory()),
  }
  const performs: Performs<LibraryEffect> = {
    async 'policy.readFiles'({ files, audience }, doing) {
      if (!may(doing.by.person, 'policy.manage')) return
      const code = audience?.startsWith('chamber:') ? audience.slice('chamber:'.length) : undefined
      const name = code === undefined ? undefined : (await doing.directory()).chambers.get(code)?.name
      const whom = {
        ...(audience === undefined ? {} : { audience }),
        ...(name === undefined ? {} : { chamber: name }),
      }
      for (const file of files)
        doing.order({
          kind: 'policy.readFile',
          key: `${doing.turnKey}:${file.sha256}`,
          data: { sha256: file.sha256, name: file.name, ...whom },
        })
    },
    'policy.takeIn': (order, doing) => performTakeIn(order, house, doing),
    'policy.correct': (order, doing) => performCorrect(order, house, doing),
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
    dialogues: [listDialogue, addDialogue, takeInDialogue, correctDialogue, checkedDialogue, removeDialogue],
    runs: { 'policy.readFile': readFileErrand(parts) },
    recognise: readLibraryWords,
    answers,
    performs,
  }
}

/** An answer that somebody else reviewed is corrected and withdrawn in its own way. */
const isPaper = ({ facts }: StoredDocument) => facts.kind !== 'answer'

const listed = ({ facts }: StoredDocument, today: string): ListedDocument => ({
  title: facts.title,
  doc: facts.doc,
  documentNumber: facts.documentNumber,
  isEnded: facts.endsOn !== undefined && facts.endsOn < today,
})
