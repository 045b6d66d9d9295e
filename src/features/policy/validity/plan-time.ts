/** What an order about when a document holds would mean, and its doing. */

import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/ids.ts'
import { corrected } from '../library/fact-changes.ts'
import { libraryTexts } from '../library/library.texts.ts'
import type { StoredDocument } from '../library/policy.store.ts'
import type { DocumentFacts } from '../library/policy-document.ts'
import type { PolicyService } from '../policy.service.ts'
import { plainTitle } from '../search/named-document.ts'
import type { LinksStore, StoredLink } from './links.store.ts'
import type { TimeOrder } from './validity.effects.ts'
import { validityTexts as texts } from './validity.texts.ts'
import { startOf } from './validity.ts'

export interface TimeParts {
  readonly service: PolicyService
  readonly links: LinksStore
}

const MOST_NAMED = 10

type TimePlan = Plan<TimeOrder>

/** With the documents' own names. */
export async function planTime(order: TimeOrder, parts: TimeParts, doing: Doing): Promise<TimePlan> {
  if (doing.by.chat.kind === 'group') return { kind: 'refused', text: texts.onlyInPrivate() }
  const found = await meant(order.words, parts, doing)
  if ('text' in found) return { kind: 'refused', text: found.text }
  if (order.kind === 'days') return planDays(order, found.document.facts)
  return planLink(order, found.document.facts, parts, doing)
}

/** Does what was planned, once more looked up: between the preview and the yes it may have gone. */
export async function setTime(order: TimeOrder, parts: TimeParts, doing: Doing): Promise<void> {
  const { code: by = 'staff' } = doing.by.person
  const say = (text: string) =>
    doing.post(`${doing.turnKey}:policy.time`, { to: doing.by.home, text, origin: 'automatic' })
  const found = await meant(order.words, parts, doing)
  if ('text' in found) return say(texts.timeGone(order.words))
  const { facts } = found.document
  if (order.kind === 'days') {
    await parts.service.setDays(facts.doc, order.days, by, doing.work)
    return say(texts.timeSet(facts.title))
  }
  const other = await meant(order.other, parts, doing)
  const title = 'text' in other ? order.other : other.document.facts.title
  const said: StoredLink = {
    id: newId('link', doing.work.at),
    doc: facts.doc,
    relation: order.relation,
    title,
    state: 'found',
    notedBy: by,
    notedAt: doing.work.at,
  }
  const kept = order.isDenied
    ? await confirmedLinks(facts, order.other, parts, doing)
    : await parts.links.note([said], doing.work)
  for (const { id } of kept) {
    const decision = order.isDenied
      ? ({ state: 'rejected' } as const)
      : {
          state: 'confirmed' as const,
          from: firstDay(facts, undefined, dayOf(doing.work.at)),
          ...('text' in other ? {} : { other: other.document.facts.doc }),
        }
    await parts.service.decideLink(id, decision, by, doing.work)
  }
  say(texts.timeSet(facts.title))
}

/** From when what a document says about another holds: the day it names, else its own first day, else today. */
export function firstDay(facts: DocumentFacts, named: string | undefined, today: string): string {
  return named ?? (startOf(facts) || today)
}

type Meant = { readonly document: StoredDocument } | { readonly text: string }

/** The document of these words; of several editions of one title the latest. */
async function meant(words: string, { service }: TimeParts, doing: Doing): Promise<Meant> {
  const named = await service.findDocuments(words, 'all', doing.work)
  // A shortened name may be that of a document that is not here: one repeals another by its full name.
  const found = named.filter(({ facts: { doc, title } }) => doc.includes(words) || title.includes(words))
  if (found.length === 0) return { text: libraryTexts.noneNamed(words) }
  const titles = new Set(found.map(({ facts }) => plainTitle(facts.title)))
  if (found.length > 1 && titles.size > 1)
    return {
      text: libraryTexts.severalNamed(
        found.slice(0, MOST_NAMED).map(({ facts }) => facts.title || facts.doc),
      ),
    }
  const [latest] = [...found].sort((one, other) => (startOf(one.facts) < startOf(other.facts) ? 1 : -1))
  return { document: latest as StoredDocument }
}

function planDays(order: Extract<TimeOrder, { kind: 'days' }>, facts: DocumentFacts): TimePlan {
  const now = corrected(facts, order.days)
  const changes = [
    ...changeOf('公布日期', facts.issuedOn, now.issuedOn),
    ...changeOf('施行日期', facts.effectiveOn, now.effectiveOn),
    ...changeOf('最后一天有效', facts.endsOn, now.endsOn),
  ]
  if (changes.length === 0) return { kind: 'refused', text: texts.daysAsTheyAre(facts) }
  if (now.endsOn !== undefined && now.endsOn < startOf(now) && order.days.endsOn !== facts.endsOn)
    return { kind: 'refused', text: texts.endsBeforeStart(facts) }
  return { kind: 'ready', order: { ...order, words: facts.doc }, preview: texts.planDays(facts, changes) }
}

const changeOf = (
  what: Parameters<typeof texts.dayChanged>[0],
  before: string | undefined,
  now: string | undefined,
) => (before === now ? [] : [texts.dayChanged(what, before, now)])

async function planLink(
  order: Extract<TimeOrder, { kind: 'link' }>,
  facts: DocumentFacts,
  parts: TimeParts,
  doing: Doing,
): Promise<TimePlan> {
  const other = await meant(order.other, parts, doing)
  const title = 'text' in other ? order.other : other.document.facts.title || other.document.facts.doc
  if (!('text' in other) && other.document.facts.doc === facts.doc)
    return { kind: 'refused', text: texts.sameDocument() }
  const ready = {
    ...order,
    words: facts.doc,
    ...('text' in other ? {} : { other: other.document.facts.doc }),
  }
  if (!order.isDenied) {
    const from = firstDay(facts, undefined, dayOf(doing.work.at))
    return { kind: 'ready', order: ready, preview: texts.planLink(facts.title, order.relation, title, from) }
  }
  const links = await confirmedLinks(facts, ready.other, parts, doing)
  if (links.length === 0) return { kind: 'refused', text: texts.noSuchLink(facts.title, title) }
  return { kind: 'ready', order: ready, preview: texts.planDenial(facts.title, title) }
}

/** What holds between the two, whatever it is. */
async function confirmedLinks(
  facts: DocumentFacts,
  other: string,
  { links }: TimeParts,
  doing: Doing,
): Promise<readonly StoredLink[]> {
  const all = await links.listOf(facts.doc, doing.work)
  return all.filter(
    (link) =>
      link.state === 'confirmed' && (link.other === other || plainTitle(link.title) === plainTitle(other)),
  )
}
