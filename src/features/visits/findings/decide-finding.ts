import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { recordTexts } from '../recording/record.texts.ts'
import { type Finding, findingId, type Visit, visitId, whoWent } from '../visit.ts'
import { spokenDay, visitsTexts, whoOf } from '../visits.texts.ts'
import type { VisitsParts } from '../visits-parts.ts'
import { withConsent } from './ask-consent.ts'
import type { FindingOrder } from './finding-order.ts'
import { findingsTexts as texts } from './findings.texts.ts'
import { mayName } from './name-appeal.ts'
import { closedTo, companyIn } from './plan-decision.ts'

type Parts = Pick<VisitsParts, 'visits' | 'matters'>

export async function decideFindings(order: FindingOrder, parts: Parts, doing: Doing): Promise<void> {
  const { by, work } = doing
  const { visits } = parts
  const { code = null } = by.person
  if (!may(by.person, 'visit.decide')) return
  const reply = (text: string) =>
    doing.post(`${doing.turnKey}:decided`, { to: by.home, text, origin: 'automatic' })
  const visit = await visits.find(order.visit, work)
  const directory = await doing.directory()
  const found: Finding[] = []
  for (const n of order.n) {
    const finding = await visits.findFinding(findingId(visitId(order.visit), n), work)
    if (finding?.state === 'draft') found.push(finding)
  }
  // Somebody else was faster.
  if (visit?.state !== 'recorded' || found.length < order.n.length) return reply(visitsTexts.gone())
  for (const finding of found) {
    if (order.act === 'consent' && order.consent !== null)
      visits.putFinding(withConsent(finding, order.consent, code, work.at), work)
    else if (order.act === 'drop')
      visits.putFinding(decidedAs(finding, 'dropped', null, order.reason, doing), work)
    else if (order.act === 'link' && order.appeal !== null)
      await link(visit, finding, order.appeal, parts, directory, doing)
    else if (order.act === 'file')
      await file(visit, finding, companyIn(order.company, directory), parts, directory, doing)
  }
  const after: Finding[] = []
  for (const { id } of found) {
    const finding = await visits.findFinding(id, work)
    if (finding !== undefined) after.push(finding)
  }
  doing.audit('visits.decide', visit.id, { act: order.act, findings: after.length })
  reply(texts.done(order.act, after))
  if (order.act !== 'consent') await tellLeader(visit, order.act, after, parts, directory, doing)
}

function decidedAs(
  finding: Finding,
  state: Finding['state'],
  appeal: string | null,
  note: string | null,
  { by, work }: Pick<Doing, 'by' | 'work'>,
): Finding {
  const { code = null } = by.person
  return {
    ...finding,
    version: finding.version + 1,
    state,
    appeal,
    note,
    decidedBy: code,
    decidedAt: work.at,
  }
}

async function link(
  visit: Visit,
  finding: Finding,
  appeal: string,
  { visits }: Parts,
  directory: Directory,
  doing: Doing,
): Promise<void> {
  visits.putFinding(decidedAs(finding, 'linked', appeal, null, doing), doing.work)
  const day = spokenDay(visit.day, dayOf(doing.work.at))
  const words = recordTexts.onAppeal(whoOf(visit, directory), day, visit.number, finding.words)
  await doing.request({ kind: 'appeal.visited', number: appeal, item: finding.id, words })
}

async function file(
  visit: Visit,
  finding: Finding,
  said: string | null,
  { visits }: Parts,
  directory: Directory,
  doing: Doing,
): Promise<void> {
  const company = finding.company ?? said
  if (company === null || closedTo(visit, [finding]).length > 0) return
  if (finding.company === null)
    visits.putFinding({ ...finding, company, version: finding.version + 1 }, doing.work)
  await doing.request({
    kind: 'appeal.register',
    origin: visit.id,
    item: finding.id,
    company,
    words: finding.words,
    category: finding.category,
    told: texts.told(whoOf(visit, directory), spokenDay(visit.day, dayOf(doing.work.at))),
  })
}

/** The appeals registered it: from here on it goes by their number. */
export async function noteRegistered(
  item: string,
  number: string,
  { visits }: Pick<Parts, 'visits'>,
  doing: Doing,
): Promise<void> {
  const finding = await visits.findFinding(item, doing.work)
  if (finding?.state === 'draft')
    visits.putFinding(decidedAs(finding, 'filed', number, null, doing), doing.work)
}

async function tellLeader(
  visit: Visit,
  act: 'file' | 'link' | 'drop',
  findings: readonly Finding[],
  { matters }: Parts,
  directory: Directory,
  doing: Doing,
): Promise<void> {
  const went = whoWent(visit)
  if (went === doing.by.person.code) return
  const chat = await doing.reach(went)
  if (chat === undefined) return
  const person = directory.people.get(went)
  const told = await Promise.all(
    findings.map(async (finding) => {
      const appeal = finding.appeal === null ? undefined : await matters.find(finding.appeal, doing.work)
      const isNamed =
        person !== undefined &&
        appeal !== undefined &&
        mayName(person, finding, appeal, directory, dayOf(doing.work.at))
      return isNamed ? finding : { ...finding, appeal: null }
    }),
  )
  const text = texts.toLeader(act, told, directory)
  doing.post(`${doing.turnKey}:to-leader`, { to: chat, text, origin: 'automatic' })
}
