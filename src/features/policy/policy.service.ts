/** 政策: documents in and out, and questions to them. */

import type { AuditTrail } from '../../audit/audit-trail.ts'
import type { FilesStore } from '../../files/files.store.ts'
import type { Transactions, Work } from '../../kernel/work.ts'
import { type Consultation, type Consulted, consult } from './answers/consult.ts'
import type { PolicyKnowledge } from './answers/written/answer-writer.ts'
import { openWordings } from './answers/written/wordings.ts'
import { type AddParts, addFile, type HandedIn, type Taken } from './library/add-file.ts'
import { correctDocument } from './library/correct-document.ts'
import type { Eyes } from './library/document-audience.ts'
import type { SaidDays } from './library/fact-changes.ts'
import type { KeptIndexStore } from './library/kept-index.store.ts'
import type { PolicyStore, StoredDocument } from './library/policy.store.ts'
import { createLibrary, type Library } from './library/policy-library.ts'
import type { Meaning } from './meaning/meaning.ts'
import type { DocumentReader } from './reading/document-reader.ts'
import type { PassageKey } from './search/hit.ts'
import { type LexiconParts, type OwnLexicon, openLexicon } from './search/lexicon/own-lexicon.ts'
import { proposeWords } from './search/lexicon/propose-words.ts'
import { unknownWords } from './search/lexicon/unknown-words.ts'
import { isShortFor } from './search/named-document.ts'
import type { Hit } from './search/passage-index.ts'
import type { Decision, LinksStore } from './validity/links.store.ts'
import { createLinks } from './validity/links.ts'

export interface PolicyParts {
  readonly store: PolicyStore
  /** The index as it was kept, so that a start need not build it; it needs `transactions` too. */
  readonly policyIndex?: KeptIndexStore | undefined
  readonly transactions?: Transactions | undefined
  readonly files: FilesStore
  readonly audit: AuditTrail
  /** For what is no plain text: PDF, Word, HTML, workbooks, scans. Left out, they are refused. */
  readonly reader?: DocumentReader | undefined
  /** What documents say about each other. Left out, each is judged by its own dates alone. */
  readonly policyLinks?: LinksStore | undefined
  /** What people say for what documents write. Left out, only a question's own words are searched for. */
  readonly lexicon?: LexiconParts | undefined
  /** Models that help with answers, if any are configured. */
  readonly knowledge?: PolicyKnowledge | undefined
  readonly meaning?: Meaning | undefined
  /** Told, for the log, what became of the sentences that a model wrote. */
  onWritten?(counts: Readonly<Record<string, number>>): void
}

export interface PolicyService {
  /** As `addFile` in library/add-file.ts says. After a very large file the index is built and kept. */
  addFile(file: HandedIn, parts: AddParts): Promise<readonly Taken[]>
  /** Reads the documents into memory before anybody asks, in transactions of its own. */
  ready(at: Date): Promise<void>
  listDocuments(eyes: Eyes, work: Work): Promise<readonly StoredDocument[]>
  /** By its exact name, else by words of its name or title, else by its title shortened: those that could be meant. */
  findDocuments(words: string, eyes: Eyes, work: Work): Promise<readonly StoredDocument[]>
  /** False where there is none of that name. The document's versions are kept, and answer nothing any more. */
  removeDocument(doc: string, by: string, work: Work): Promise<boolean>
  /** The days on which its current version holds, as staff said; false where there is none of that name. */
  setDays(doc: string, days: SaidDays, by: string, work: Work): Promise<boolean>
  /** Settles what one document says about another. */
  decideLink(id: string, decision: Decision, by: string, work: Work): Promise<void>
  /** Raised with every change of documents; one batched read. */
  generation(work: Work): Promise<number>
  /** This transaction changes documents: nothing of it is taken up before it is committed. */
  isChangedBy(work: Work): void
  search(
    question: string,
    options: { readonly top: number; readonly eyes: Eyes; readonly meant?: readonly PassageKey[] },
    work: Work,
  ): Promise<readonly Hit[]>
  consult(question: string, consultation: Consultation, work: Work): Promise<Consulted>
  /** For the lexicon: what was asked in vain and no document says. The question must name nobody. */
  proposeWords(question: string, work: Work): Promise<void>
  readonly lexicon: OwnLexicon
  /** Whether `answer` could make more of this than the quotes that it holds. */
  mayHelp(consulted: Consulted): boolean
  /** How long somebody may wait for `answer`, in milliseconds; 0 where no model is configured. */
  readonly patienceMs: number
  /** Consults, and lets the models that are configured find and say it better, in transactions of its own. */
  answer(question: string, consultation: Consultation, parts: AnswerParts): Promise<Consulted>
}

export interface AnswerParts {
  readonly transactions: Transactions
  readonly at: () => Date
  readonly signal: AbortSignal
  /** Milliseconds; none are left where it is not above 0, and the documents are quoted at once. */
  readonly patienceMs: number
}

/** Characters. A story of a hundred thousand would be compared with every document; its beginning tells what is asked. */
const LONGEST_QUESTION = 1_000

const shortened = (question: string) => question.slice(0, LONGEST_QUESTION).toWellFormed()

/** A file that a start would feel. */
const MUCH_BYTES = 1_000_000

export function policyService(parts: PolicyParts): PolicyService {
  const { store, audit, knowledge, meaning, onWritten } = parts
  const { policyIndex, transactions } = parts
  const lexicon = openLexicon(parts.lexicon ?? { lines: [] })
  const library: Library = createLibrary({
    store,
    wordingsOf: lexicon.wordingsOf,
    kept: policyIndex && transactions && { index: policyIndex, transactions },
  })
  const { policyLinks } = parts
  const links = policyLinks === undefined ? undefined : createLinks(policyLinks)
  const wordings = openWordings({ knowledge, nearest: meaning?.nearest, onWritten })

  async function refresh(work: Work): Promise<void> {
    await library.refresh(work)
    await lexicon.refresh(work)
  }

  async function consultIn(said: string, consultation: Consultation, work: Work): Promise<Consulted> {
    const question = shortened(said)
    await refresh(work)
    const confirmed = consultation.links ?? (await links?.confirmed(work))
    return consult(library, question, {
      ...consultation,
      ...(confirmed === undefined ? {} : { links: confirmed }),
    })
  }

  return {
    async addFile(handed, how) {
      const taken = await addFile(parts, handed, how)
      if (handed.bytes.length >= MUCH_BYTES) await library.ready(how.at())
      return taken
    },
    ready: library.ready,
    async listDocuments(eyes, work) {
      await library.refresh(work)
      return library.list(eyes)
    },
    async findDocuments(words, eyes, work) {
      await library.refresh(work)
      const all = library.list(eyes)
      const exact = all.filter(({ facts }) => facts.doc === words || facts.title === words)
      if (exact.length > 0) return exact
      const holding = all.filter(({ facts }) => facts.doc.includes(words) || facts.title.includes(words))
      return holding.length > 0 ? holding : all.filter(({ facts }) => isShortFor(words, facts.title))
    },
    async removeDocument(doc, by, work) {
      library.isChangedBy(work)
      await store.lock(work)
      const removed = await store.remove(doc, by, work)
      if (removed)
        audit.add({ at: work.at, actor: by, action: 'policy.remove', subject: doc, detail: {} }, work)
      return removed
    },
    async setDays(doc, days, by, work) {
      library.isChangedBy(work)
      const isSet = (await correctDocument(store, doc, { changes: days }, work)) !== undefined
      const detail = Object.fromEntries(Object.entries(days).map(([day, value]) => [day, value ?? '']))
      if (isSet) audit.add({ at: work.at, actor: by, action: 'policy.set-days', subject: doc, detail }, work)
      return isSet
    },
    async decideLink(id, decision, by, work) {
      links?.isChangedBy(work)
      await policyLinks?.decide(id, decision, by, work)
      const { state } = decision
      audit.add(
        { at: work.at, actor: by, action: 'policy.decide-link', subject: id, detail: { state } },
        work,
      )
    },
    generation: (work) => store.generation(work),
    isChangedBy: library.isChangedBy,
    async search(question, options, work) {
      await refresh(work)
      return library.search(shortened(question), options)
    },
    consult: consultIn,
    async proposeWords(question, work) {
      const { store: words } = parts.lexicon ?? {}
      if (words === undefined) return
      await refresh(work)
      const [hit] = library.search(question, { top: 1, eyes: 'all' })
      // Where nothing at all is found there are no documents whose words could be meant.
      if (hit === undefined) return
      const known = new Set(hit.asked.filter((term) => term.known).map(({ token }) => token))
      const said = lexicon.wordingsOf(question).map(({ instead = '' }) => instead)
      const missing = unknownWords(
        question,
        (pair) => known.has(pair) || said.some((word) => word.includes(pair)),
      )
      if (missing.length > 0) lexicon.isChangedBy(work)
      await proposeWords(missing, question, words, work)
    },
    lexicon,
    mayHelp: wordings.mayHelp,
    patienceMs: wordings.patienceMs,
    answer: (question, consultation, { transactions, at, ...how }) =>
      wordings.improve(shortened(question), consultation, {
        ...how,
        consult: (given) => transactions.inOne(at(), (work) => consultIn(question, given, work)),
      }),
  }
}
