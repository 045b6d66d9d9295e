/** What an order about words would mean, and its doing. */

import type { Doing } from '../../../../conversation/feature.ts'
import type { Plan } from '../../../../conversation/previewed-order.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { WordsOrder } from './lexicon.effects.ts'
import type { LexiconStore, OwnLine } from './lexicon.store.ts'
import { lexiconTexts as texts } from './lexicon.texts.ts'
import { type LexiconLine, lineInWords, readLine } from './lexicon-line.ts'
import type { OwnLexicon } from './own-lexicon.ts'

export interface WordsParts {
  readonly store: LexiconStore
  readonly lexicon: OwnLexicon
  /** Whether these words stand in any document, to the letter. */
  isWritten(words: string, doing: Doing): Promise<boolean>
}

/** Lines that one order may take out of use. */
const MOST_REMOVED = 5

type Order =
  | { readonly kind: 'add'; readonly said: readonly string[]; readonly written: readonly string[] }
  | { readonly kind: 'remove' | 'dismiss'; readonly said: string }

export async function planWords(
  said: WordsOrder,
  parts: WordsParts,
  doing: Doing,
): Promise<Plan<WordsOrder>> {
  const refused = (text: string): Plan<WordsOrder> => ({ kind: 'refused', text })
  const ready = (preview: string): Plan<WordsOrder> => ({ kind: 'ready', order: said, preview })
  if (doing.by.chat.kind === 'group') return refused(texts.onlyInPrivate())
  const order = readOrder(said)
  if ('text' in order) return refused(order.text)
  await parts.lexicon.refresh(doing.work)
  const own = await parts.store.list(doing.work)
  switch (order.kind) {
    case 'add': {
      const same = own.find((line) => line.state === 'used' && lineInWords(line) === lineInWords(order))
      if (same !== undefined) return refused(texts.known(same))
      const unwritten: string[] = []
      for (const form of order.written) if (!(await parts.isWritten(form, doing))) unwritten.push(form)
      return ready(texts.confirmAdding(order, unwritten))
    }
    case 'remove': {
      const { used, shipped } = saying(order.said, own, parts.lexicon)
      const count = used.length + shipped.length
      if (count === 0) return refused(texts.noneSaid(order.said))
      if (count > MOST_REMOVED) return refused(texts.tooMany(count))
      return ready(texts.confirmRemoving(used, shipped))
    }
    case 'dismiss': {
      if (proposalsFor([order.said], own).length === 0) return refused(texts.noneProposed(order.said))
      return ready(texts.confirmDismissing(order.said))
    }
  }
}

/** Does what was planned, looked at once more: between the preview and the yes somebody else may have been here. */
export async function changeWords(said: WordsOrder, parts: WordsParts, doing: Doing): Promise<void> {
  const order = readOrder(said)
  if ('text' in order) return
  const { work, by } = doing
  const own = await parts.store.list(work)
  const fresh = (line: LexiconLine, state: OwnLine['state']): OwnLine => ({
    id: newId('word', work.at),
    said: line.said,
    written: line.written,
    state,
    question: null,
    addedBy: by.person.code ?? 'staff',
    addedAt: work.at,
    ...decided(doing),
  })
  const say = (text: string) =>
    doing.post(`${doing.turnKey}:policy.words`, { to: by.home, text, origin: 'automatic' })
  parts.lexicon.isChangedBy(work)
  switch (order.kind) {
    case 'add': {
      // A proposal has nothing written yet: the line that answers it takes its place.
      const answered = proposalsFor(order.said, own)
      if (answered.length > 0)
        await parts.store.remove(
          answered.map(({ id }) => id),
          work,
        )
      const question = answered[0]?.question ?? null
      await parts.store.keep([{ ...fresh(order, 'used'), question }], work)
      doing.audit('policy.add-words', order.said.join(' '), {})
      return say(texts.done.add(order))
    }
    case 'remove': {
      const { used, shipped } = saying(order.said, own, parts.lexicon)
      if (used.length + shipped.length === 0) return say(texts.gone())
      await parts.store.remove(
        used.map(({ id }) => id),
        work,
      )
      await parts.store.keep(
        shipped.map((line) => fresh(line, 'rejected')),
        work,
      )
      doing.audit('policy.remove-words', order.said, { lines: used.length + shipped.length })
      return say(texts.done.remove(order.said))
    }
    case 'dismiss': {
      const [proposal] = proposalsFor([order.said], own)
      if (proposal === undefined) return say(texts.gone())
      await parts.store.keep([{ ...proposal, state: 'rejected', ...decided(doing) }], work)
      doing.audit('policy.dismiss-words', order.said, {})
      return say(texts.done.dismiss(order.said))
    }
  }
}

function readOrder({ verb, words }: WordsOrder): Order | { readonly text: string } {
  if (words.trim() === '') return { text: verb === 'add' ? texts.howToAdd() : texts.howToRemove() }
  if (verb !== 'add') return { kind: verb, said: words }
  const read = readLine(words)
  return 'fault' in read ? { text: texts.fault(read.fault, read.form) } : { kind: 'add', ...read }
}

const decided = ({ by, work }: Doing) => ({ decidedBy: by.person.code ?? 'staff', decidedAt: work.at })

/** Lines in use that are said in these very words. */
function saying(said: string, own: readonly OwnLine[], lexicon: OwnLexicon) {
  const isSaid = (line: LexiconLine) => line.said.includes(said)
  return {
    used: own.filter((line) => line.state === 'used' && isSaid(line)),
    shipped: lexicon.linesFor(said).filter(isSaid),
  }
}

/** Proposals are cut out of questions by rule and may hold a character too many: 过桥咋算 is answered by 过桥. */
function proposalsFor(said: readonly string[], own: readonly OwnLine[]): OwnLine[] {
  const isAbout = (form: string) => said.some((word) => form.includes(word) || word.includes(form))
  return own.filter((line) => line.state === 'proposed' && line.said.some(isAbout))
}
