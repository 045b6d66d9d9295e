import type { Doing } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import type { Consent, Finding, Visit } from '../visit.ts'
import { visitId } from '../visit.ts'
import type { VisitsParts } from '../visits-parts.ts'
import type { ConsentInvitation } from './consent.dialogue.ts'
import { consentTexts as texts } from './consent.texts.ts'

/** 拍砖: each company's people are asked who may see what they said, before anybody does. */
export async function askConsents(visit: Visit, drafts: readonly Finding[], doing: Doing): Promise<void> {
  const directory = await doing.directory()
  const byCompany = Map.groupBy(drafts, ({ company }) => company ?? '')
  for (const [company, findings] of byCompany) {
    if (company === '') continue
    const data: ConsentInvitation = {
      visit: visit.number,
      lines: findings.map(({ n, words }) => ({ n, words })),
    }
    const key = `visit:${visit.number}:consent:${findings[0]?.n ?? 0}`
    for (const person of directory.people.values())
      if (person.company === company && person.roles.includes('member'))
        await doing.invite(person.code, 'visits.consent', data, `${key}:${person.code}`)
  }
}

/** What one finding is from now on; without consent it goes no further. */
export function withConsent(finding: Finding, consent: Consent, by: string | null, at: Date): Finding {
  const kept = { ...finding, version: finding.version + 1, consent, consentAt: at }
  return consent === 'nobody'
    ? { ...kept, state: 'dropped', decidedBy: by, decidedAt: at, note: '企业不同意外传' }
    : kept
}

/** Of the company's own drafts of this visit that nobody decided yet; the first of its people to answer decides. */
export async function noteConsent(
  { visit: number, consent }: { readonly visit: number; readonly consent: Consent },
  { visits }: Pick<VisitsParts, 'visits'>,
  doing: Doing,
): Promise<void> {
  const { by, work } = doing
  const { company, code = null } = by.person
  const reply = (text: string) =>
    doing.post(`${doing.turnKey}:consent`, { to: by.home, text, origin: 'automatic' })
  const visit = await visits.find(number, work)
  const open =
    visit?.state === 'recorded' && company !== undefined && may(by.person, 'appeal.file')
      ? (await visits.listFindings(visitId(number), work)).filter(
          (one) => one.company === company && one.state === 'draft' && one.consent === null,
        )
      : []
  if (open.length === 0) return reply(texts.gone())
  for (const finding of open) visits.putFinding(withConsent(finding, consent, code, work.at), work)
  doing.audit('visits.consent', visitId(number), { consent, findings: open.length })
  reply(texts.noted(consent))
  await doing.request({
    kind: 'staff.tell',
    key: `visit:${number}:consented:${open[0]?.n ?? 0}`,
    text: texts.staff(visitId(number), open, consent, await doing.directory()),
  })
}
