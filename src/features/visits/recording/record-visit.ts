import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { askConsents } from '../findings/ask-consent.ts'
import { type Finding, findingId, type Visit, visitId } from '../visit.ts'
import { sameness } from '../visit-sameness.ts'
import { companyNameOf, spokenDay, visitsTexts, whoOf } from '../visits.texts.ts'
import type { VisitsParts } from '../visits-parts.ts'
import { mayChange } from './plan-visit.ts'
import { recordTexts as texts } from './record.texts.ts'
import type { VisitDraft, VisitOrder } from './visit-draft.ts'

type Parts = Pick<VisitsParts, 'visits' | 'matters' | 'counters'>

/** What was shown and confirmed, kept; nothing is read anew, so that the yes holds for exactly what was seen. */
export async function recordVisit(order: VisitOrder, parts: Parts, doing: Doing): Promise<void> {
  const { by, work } = doing
  const { draft } = order
  const { code } = by.person
  if (draft === null || draft.leader === null || code === undefined || !may(by.person, 'visit.record')) return
  if (order.corrects !== null)
    return correct(order.corrects, { ...draft, leader: draft.leader }, parts, doing)
  const number = await parts.counters.next('visit', work)
  const visit: Visit = {
    id: visitId(number),
    version: 1,
    number,
    ...placesAndTime({ ...draft, leader: draft.leader }),
    place: null,
    words: order.text,
    state: 'recorded',
    by: code,
    at: work.at,
    withdrawnBy: null,
    withdrawnAt: null,
    reason: null,
  }
  parts.visits.put(visit, work)
  const findings = await keepFindings(visit, draft, 0, parts, doing)
  const { linked, drafts } = await passOn(visit, findings, doing)
  doing.audit('visits.record', visit.id, {
    kind: visit.kind,
    leader: visit.leader,
    findings: findings.length,
  })
  doing.post(`${doing.turnKey}:visit`, {
    to: by.home,
    text: texts.recorded({ number, linked, drafts }, visit.kind === 'critique'),
    origin: 'automatic',
  })
}

function placesAndTime(draft: VisitDraft & { readonly leader: string }) {
  const { kind, leader, deputy, day, companies, chambers, team } = draft
  const places = { kind, leader, deputy, day, companies, chambers, team }
  return { ...places, sameness: sameness(places) }
}

async function keepFindings(
  visit: Visit,
  { problems }: VisitDraft,
  after: number,
  { visits, matters }: Parts,
  { by, work }: Doing,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const [i, one] of problems.entries()) {
    // What looks like an open appeal goes to the office as a hint: only they see appeals of whatever company.
    const like =
      one.link !== null || one.alone || one.company === null
        ? []
        : await matters.alike({ company: one.company, words: one.words, category: one.category }, work)
    const hint =
      like.find(({ isLikely }) => isLikely) ??
      (one.goesOn ? like.find(({ isSameField }) => isSameField) : undefined)
    // What a critique found goes nowhere before the company agreed.
    const isLinked = one.link !== null && visit.kind !== 'critique'
    const finding: Finding = {
      id: findingId(visit.id, after + i + 1),
      version: 1,
      visit: visit.id,
      n: after + i + 1,
      company: one.company,
      words: one.words,
      category: one.category,
      appeal: one.link ?? hint?.number ?? null,
      state: isLinked ? 'linked' : 'draft',
      consent: null,
      consentAt: null,
      decidedBy: isLinked ? (by.person.code ?? null) : null,
      decidedAt: isLinked ? work.at : null,
      note: null,
    }
    visits.putFinding(finding, work)
    findings.push(finding)
  }
  return findings
}

/** Appeals read of it in their history, the office what waits for it, and of a critique the companies. */
async function passOn(visit: Visit, findings: readonly Finding[], doing: Doing) {
  const directory = await doing.directory()
  const drafts = findings.filter(({ state }) => state === 'draft')
  await noteOnAppeals(visit, findings, directory, doing)
  if (drafts.length > 0) await tellOffice(visit, drafts, directory, doing)
  if (visit.kind === 'critique') await askConsents(visit, drafts, doing)
  const linked = findings.flatMap(({ state, appeal }) =>
    state === 'linked' && appeal !== null ? [appeal] : [],
  )
  return { linked: [...new Set(linked)], drafts: drafts.length }
}

async function noteOnAppeals(
  visit: Visit,
  findings: readonly Finding[],
  directory: Directory,
  doing: Doing,
): Promise<void> {
  const today = dayOf(doing.work.at)
  const who = whoOf(visit, directory)
  for (const { appeal, state, words, id } of findings) {
    if (state !== 'linked' || appeal === null) continue
    const note = texts.onAppeal(who, spokenDay(visit.day, today), visit.number, words)
    await doing.request({ kind: 'appeal.visited', number: appeal, item: id, words: note })
  }
}

async function tellOffice(
  visit: Visit,
  drafts: readonly Finding[],
  directory: Directory,
  doing: Doing,
): Promise<void> {
  const text = texts.staff(
    visit,
    { who: whoOf(visit, directory), today: dayOf(doing.work.at) },
    drafts.map(({ n, company, words, appeal }) => ({
      n,
      of: company === null ? '没说是哪家' : companyNameOf(company, directory),
      words,
      like: appeal,
    })),
  )
  await doing.request({ kind: 'staff.tell', key: `visit:${visit.number}:drafts:${drafts[0]?.n ?? 0}`, text })
}

/** 记错了: who, when, where and what kind; problems stay, those of a company that it was not go to the one it was. */
async function correct(
  number: number,
  draft: VisitDraft & { readonly leader: string },
  parts: Parts,
  doing: Doing,
): Promise<void> {
  const { by, work } = doing
  const { visits } = parts
  const before = await visits.find(number, work)
  if (before === undefined || before.state !== 'recorded' || !mayChange(by.person, before)) {
    doing.post(`${doing.turnKey}:visit`, { to: by.home, text: visitsTexts.gone(), origin: 'automatic' })
    return
  }
  const after: Visit = { ...before, ...placesAndTime(draft), version: before.version + 1 }
  visits.put(after, work)
  const gone = before.companies.filter((code) => !after.companies.includes(code))
  const come = after.companies.filter((code) => !before.companies.includes(code))
  const known = await visits.listFindings(before.id, work)
  for (const finding of known) {
    if (finding.state !== 'draft' || finding.company === null || !gone.includes(finding.company)) continue
    const company = come.length === 1 ? (come[0] ?? null) : null
    visits.putFinding({ ...finding, company, appeal: null, version: finding.version + 1 }, work)
  }
  const last = Math.max(0, ...known.map(({ n }) => n))
  await passOn(after, await keepFindings(after, draft, last, parts, doing), doing)
  doing.audit('visits.correct', after.id, { kind: after.kind, leader: after.leader })
  doing.post(`${doing.turnKey}:visit`, { to: by.home, text: texts.corrected(number), origin: 'automatic' })
}
