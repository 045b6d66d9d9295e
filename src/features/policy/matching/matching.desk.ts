import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Doing } from '../../../conversation/feature.ts'
import { whenDue } from '../../../conversation/when-due.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { PolicyService } from '../policy.service.ts'
import { allFacts, rosterFacts } from './company-facts.ts'
import { editOffer } from './edit-offer.ts'
import { offersNamed } from './find-offer.ts'
import { dropFacts, keepFacts, setReminding } from './keep-profile.ts'
import { markDialogue } from './mark.dialogue.ts'
import { markingTexts } from './marking.texts.ts'
import { matchDialogue } from './match.dialogue.ts'
import type {
  DraftFound,
  KnownProfile,
  ListedOffer,
  MatchingEffect,
  MatchingQuery,
  WhoFits,
} from './matching.effects.ts'
import { companyOf, factsOf, listStanding, matchFor, matchOffers, remindedOf } from './matching.service.ts'
import { quotesStand } from './offer.ts'
import { closeOfferDialogue, offersDialogue, whoFitsDialogue } from './offers.dialogue.ts'
import { profileDialogue } from './profile.dialogue.ts'
import { proposeOffer } from './propose-offer.ts'
import { readFacts } from './read-facts.ts'
import { readMatchingWords } from './recognise-matching.ts'
import { type MatchingParts, nextReminderAt, remindOfWindows } from './remind.ts'
import { remindingDialogue } from './reminding.dialogue.ts'

/** 政策匹配: what companies may apply for, with the conditions that staff marked. */
export function matchingDesk(service: PolicyService, parts: MatchingParts): Desk {
  const { matching: store } = parts
  const mayManage = (doing: Doing) => may(doing.by.person, 'policy.manage')

  async function draftFor(words: string, doing: Doing): Promise<DraftFound> {
    const { work } = doing
    const today = dayOf(work.at)
    const marked = offersNamed(await store.listOffers('all', work), words)
    const found = await service.findDocuments(words, 'all', work)
    const docs = found.length > 0 ? found.map(({ facts }) => facts.doc) : marked.map(({ doc }) => doc)
    if (docs.length > 1)
      return { kind: 'several', titles: found.map(({ facts }) => facts.title || facts.doc) }
    const [text] = await store.listTexts(docs, { passages: true }, work)
    if (text === undefined) return { kind: 'none' }
    const known = await store.findOffer(text.doc, work)
    const reminded = (await store.listProfiles('reminded', work)).length
    if (known === undefined)
      return { kind: 'one', draft: proposeOffer(text, today), known: false, gone: 0, reminded }
    const { doc, title, opensOn, closesOn, conditions, gives, where } = known
    const gone = conditions.filter((one) => !quotesStand({ conditions: [one] }, text)).length
    return {
      kind: 'one',
      draft: { doc, title, opensOn, closesOn, conditions, gives, where },
      known: true,
      gone,
      reminded,
    }
  }

  const answers: Answers<MatchingQuery> = {
    async 'policy.offerDraft'({ words }, doing): Promise<DraftFound> {
      return mayManage(doing) ? draftFor(words, doing) : { kind: 'none' }
    },
    async 'policy.editOffer'({ draft, words }, doing) {
      const [text] = await store.listTexts([draft.doc], { passages: true }, doing.work)
      if (text === undefined || !mayManage(doing)) return undefined
      return editOffer(draft, words, text, dayOf(doing.work.at))
    },
    async 'policy.offers'({ words }, doing): Promise<readonly ListedOffer[]> {
      if (!mayManage(doing)) return []
      const standing = await listStanding(store, 'all', dayOf(doing.work.at), doing.work)
      const offers = standing.map(({ offer }) => offer)
      const named = new Set(words === undefined ? offers : offersNamed(offers, words))
      return standing
        .filter(({ offer }) => named.has(offer))
        .map(({ offer, state }) => {
          const { doc, title, opensOn, closesOn, conditions } = offer
          return { doc, title, opensOn, closesOn, conditions: conditions.length, state }
        })
    },
    'policy.match': (asked, doing) => matchFor(store, asked, doing),
    async 'policy.companyProfile'({ words = '' }, doing): Promise<KnownProfile> {
      const company = await companyOf(doing)
      const told = readFacts(words, dayOf(doing.work.at))
      if (company === undefined) return { facts: {}, told, reminded: { who: 'nobody' } }
      const profile = await store.findProfile(company.code, doing.work)
      const name = (await doing.directory()).people.get(profile?.reminds ?? '')?.name
      return {
        company: company.name,
        facts: await factsOf(company, profile, {}, doing),
        told,
        reminded: { who: remindedOf(profile, doing), ...(name === undefined ? {} : { name }) },
      }
    },
    async 'policy.whoFits'({ words }, doing): Promise<WhoFits> {
      const nobody = { fits: [], open: [], misses: 0 }
      if (!mayManage(doing)) return nobody
      const { work } = doing
      const today = dayOf(work.at)
      const standing = await listStanding(store, 'open', today, work)
      const [offer, ...others] = offersNamed(
        standing.map((one) => one.offer),
        words,
      )
      if (offer === undefined || others.length > 0) return nobody
      const kept = new Map((await store.listProfiles('all', work)).map((one) => [one.company, one.facts]))
      const { companies } = await doing.directory()
      const of = [...companies.values()].map((company) => {
        const facts = allFacts(rosterFacts(company), kept.get(company.code) ?? {}, {}, '', '')
        return { name: company.name, fit: matchOffers([offer], facts, today)[0]?.fit }
      })
      doing.audit('policy.lookWhoFits', offer.doc)
      const names = (fit: string) => of.filter((one) => one.fit === fit).map(({ name }) => name)
      return { title: offer.title, fits: names('fits'), open: names('open'), misses: names('misses').length }
    },
  }

  const performs: Performs<MatchingEffect> = {
    async 'policy.markOffer'({ draft }, doing) {
      // Roles may have changed between the preview and the yes.
      if (!mayManage(doing)) return
      const { work } = doing
      const known = await store.findOffer(draft.doc, work)
      const today = dayOf(work.at)
      // Next year's window is another one; a day that was put right is not.
      const opensAnew = isOver(known?.closesOn ?? null, today) && !isOver(draft.closesOn, today)
      if (opensAnew) await store.forgetReminders(draft.doc, work)
      const markedBy = doing.by.person.code ?? 'stranger'
      const version = known?.version ?? 0
      const reminded = opensAnew ? 0 : (known?.reminded ?? 0)
      store.saveOffer({ ...draft, state: 'open', markedBy, markedAt: work.at, reminded, version }, work)
      doing.audit('policy.mark', draft.doc, { conditions: draft.conditions.length })
      reply(doing, 'policy.mark', markingTexts.marked(draft))
    },
    async 'policy.closeOffer'({ doc, title }, doing) {
      if (!mayManage(doing)) return
      const known = await store.findOffer(doc, doing.work)
      const isRunning = known?.state === 'open'
      if (isRunning) {
        store.saveOffer({ ...known, state: 'closed' }, doing.work)
        doing.audit('policy.closeOffer', doc)
      }
      reply(
        doing,
        'policy.closeOffer',
        isRunning ? markingTexts.closed(title) : markingTexts.wasClosed(title),
      )
    },
    'policy.keepFacts': ({ facts }, doing) => keepFacts(store, facts, doing),
    'policy.dropFacts': ({ keys }, doing) => dropFacts(store, keys, doing),
    'policy.remind': ({ on }, doing) => setReminding(store, on, doing),
    async 'policy.askInstead'({ question, sources }, doing) {
      doing.continueWith('policy.answer', { question, sources }, `${doing.turnKey}:ask-instead`)
    },
  }

  return {
    dialogues: [
      markDialogue,
      offersDialogue,
      closeOfferDialogue,
      whoFitsDialogue,
      matchDialogue,
      profileDialogue,
      remindingDialogue,
    ],
    recognise: readMatchingWords,
    answers,
    performs,
    ...whenDue(
      (work) => nextReminderAt(parts, work),
      (doing) => remindOfWindows(parts, doing),
    ),
  }
}

const isOver = (closesOn: string | null, today: string) => closesOn !== null && closesOn < today

const reply = (doing: Doing, what: string, text: string) =>
  doing.post(`${doing.turnKey}:${what}`, { to: doing.by.home, text, origin: 'automatic' })
