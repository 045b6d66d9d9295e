import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Doing } from '../../../conversation/feature.ts'
import { noteAct } from '../../../conversation/when-due.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { Work } from '../../../kernel/work.ts'
import type { PolicyService } from '../policy.service.ts'
import { addDays } from '../reading/chinese-dates.ts'
import { endingDialogue } from './ending.dialogue.ts'
import type { EndingStore } from './ending.store.ts'
import { mayTellAt, TOLD_BEFORE_DAYS, tellAt } from './ending-times.ts'
import { linksDialogue } from './links.dialogue.ts'
import type { LinksStore, StoredLink } from './links.store.ts'
import { otherOf } from './links.ts'
import { firstDay, planTime, setTime, type TimeParts } from './plan-time.ts'
import { readValidityWords } from './recognise-validity.ts'
import { timeOrderDialogue } from './time-order.dialogue.ts'
import type { LinkToDecide, ValidityEffect, ValidityQuery } from './validity.effects.ts'
import { validityTexts as texts } from './validity.texts.ts'

/** Links asked about in one talk. */
const MOST_LINKS = 20

/** 时效: from when until when documents hold, what ends soon, and what one says about another. */
export function validityDesk(service: PolicyService, links: LinksStore, endings: EndingStore): Desk {
  const parts: TimeParts = { service, links }
  // While no document changed since a look that found nothing, there is nothing to look for.
  let looked: { readonly key: string; readonly next: string | undefined } | undefined
  const keyOf = async (work: Work) => `${dayOf(work.at)} ${await service.generation(work)}`

  const answers: Answers<ValidityQuery> = {
    'policy.plan-time': async ({ order }, doing) =>
      may(doing.by.person, 'policy.manage') ? planTime(order, parts, doing) : undefined,
    async 'policy.links'(_query, doing) {
      if (!may(doing.by.person, 'policy.manage')) return []
      const found = await links.listFound(MOST_LINKS, doing.work)
      return Promise.all(found.map((link) => inWords(link, doing)))
    },
    async 'policy.ending'(_query, { by, work }) {
      if (!may(by.person, 'policy.manage')) return undefined
      const today = dayOf(work.at)
      const days = TOLD_BEFORE_DAYS
      return {
        soon: await endings.listEnding(today, addDays(today, days), work),
        past: await endings.listEnding(addDays(today, -days), addDays(today, -1), work),
        days,
      }
    },
  }
  const performs: Performs<ValidityEffect> = {
    async 'policy.setTime'({ order }, doing) {
      // Roles may have changed between the question and the yes.
      if (may(doing.by.person, 'policy.manage')) await setTime(order, parts, doing)
    },
    async 'policy.decideLink'({ id, isTrue }, doing) {
      const link = await links.find(id, doing.work)
      if (!may(doing.by.person, 'policy.manage') || link === undefined) return
      const { code = 'staff' } = doing.by.person
      // Two were asked the same; whoever thinks otherwise says so of the two documents.
      if (link.state !== 'found') {
        const text = texts.linkWasDecided(link.state === 'confirmed')
        if ((link.state === 'confirmed') !== isTrue)
          doing.post(`${doing.turnKey}:policy.link`, { to: doing.by.home, text, origin: 'automatic' })
        return
      }
      await service.decideLink(id, await decisionOn(link, isTrue, doing), code, doing.work)
    },
  }

  async function decisionOn(link: StoredLink, isTrue: boolean, doing: Doing) {
    if (!isTrue) return { state: 'rejected' as const }
    const documents = await service.listDocuments('all', doing.work)
    const other = otherOf(link, link.doc, documents)?.facts.doc
    const by = documents.find(({ facts }) => facts.doc === link.doc)?.facts
    const today = dayOf(doing.work.at)
    const from = by === undefined ? (link.from ?? today) : firstDay(by, link.from, today)
    return { state: 'confirmed' as const, from, ...(other === undefined ? {} : { other }) }
  }

  async function inWords(link: StoredLink, doing: Doing): Promise<LinkToDecide> {
    const documents = await service.listDocuments('all', doing.work)
    const by = documents.find(({ facts }) => facts.doc === link.doc)?.facts
    const other = otherOf(link, link.doc, documents)?.facts
    const today = dayOf(doing.work.at)
    const text = texts.linkFound({
      by: by?.title || link.doc,
      relation: link.relation,
      title: link.title,
      other: other === undefined ? undefined : other.title || other.doc,
      quote: link.quote ?? '',
      from: by === undefined ? (link.from ?? today) : firstDay(by, link.from, today),
    })
    return { id: link.id, text }
  }

  async function tellEnding(doing: Doing): Promise<boolean> {
    const today = dayOf(doing.work.at)
    const soon = await endings.takeEndingUntold(today, addDays(today, TOLD_BEFORE_DAYS), doing.work)
    if (soon.length === 0) return false
    const text = texts.endingSoon(soon, TOLD_BEFORE_DAYS)
    await doing.request({ kind: 'staff.tell', key: `policy.ending:${doing.turnKey}`, text })
    return true
  }

  async function tellLinks(doing: Doing): Promise<boolean> {
    const found = await links.takeUntold(MOST_LINKS, doing.work)
    if (found.length === 0) return false
    const text = texts.linksFound(found.length)
    await doing.request({ kind: 'staff.tell', key: `policy.links:${doing.turnKey}`, text })
    return true
  }

  return {
    dialogues: [endingDialogue, linksDialogue, timeOrderDialogue],
    recognise: readValidityWords,
    answers,
    performs,
    async due(doing) {
      const { work } = doing
      const key = await keyOf(work)
      if (looked?.key === key || !mayTellAt(work.at)) return
      const told = [await tellLinks(doing), await tellEnding(doing)]
      if (told.includes(true)) noteAct(work)
      const next = await endings.nextEndUntold(dayOf(work.at), work)
      // What was told may yet be undone with this transaction: then the next look finds it again.
      if (!told.includes(true)) looked = { key, next }
    },
    async nextDueAt(work) {
      const isKnown = looked !== undefined && looked.key === (await keyOf(work))
      const next = isKnown ? looked?.next : await endings.nextEndUntold(dayOf(work.at), work)
      return next === undefined ? undefined : tellAt(next, work.at)
    },
  }
}
