/** The second person's word about an edition for the page alone. */
import type { Doing } from '../../../conversation/feature.ts'
import { mayApprove } from '../../../kernel/person.ts'
import { nameOf, reviewersOf, tell, tellPerson, tellPreparer } from '../../../mailings/mailing-road.ts'
import { numberOfDrive } from '../drive.ts'
import type { Proposal } from './disclosure.effects.ts'
import type { KeptEdition } from './disclosure.store.ts'
import { disclosureTexts as texts } from './disclosure.texts.ts'
import type { DisclosureParts } from './disclosure-parts.ts'
import { readEdition } from './edition.ts'
import { dropProposal, issueProposal } from './issue-edition.ts'
import { pageOf } from './page-address.ts'

export async function proposalFor(parts: DisclosureParts, id: string, doing: Doing): Promise<Proposal> {
  const kept = await parts.disclosures.find(id, doing.work)
  const edition = kept && readEdition(kept.content)
  if (kept === undefined || edition === undefined || kept.state !== 'proposed')
    return { kind: 'over', text: texts.alreadySettled() }
  if (!mayApprove(doing.by.person, 'drive.approve', kept.issuedBy))
    return { kind: 'over', text: texts.notYours() }
  const number = numberOfDrive(kept.drive)
  const by = await nameOf(doing, kept.issuedBy)
  const page = pageOf(parts.publicUrl, number)
  return { kind: 'waiting', number, text: texts.askApproval(edition, kept.digest, by, page) }
}

export async function decideDisclosure(
  parts: DisclosureParts,
  id: string,
  approve: boolean,
  doing: Doing,
): Promise<void> {
  const kept = await parts.disclosures.find(id, doing.work)
  if (kept === undefined || kept.state !== 'proposed' || kept.mailing !== null)
    return tell(doing, 'decided', texts.alreadySettled())
  const { person } = doing.by
  if (!mayApprove(person, 'drive.approve', kept.issuedBy)) return tell(doing, 'decided', texts.notYours())
  const number = numberOfDrive(kept.drive)
  if (!approve) {
    doing.audit('donations.refuseDisclosure', id)
    dropProposal(parts, kept, doing)
    tell(doing, 'decided', texts.refused(number))
    await tellOthers(kept, texts.decidedBy(number, person.name, false), doing)
    return tellPreparer(doing, kept.issuedBy, `${id}:refused`, texts.refusedBy(number, person.name))
  }
  doing.audit('donations.approveDisclosure', id)
  const issued = await issueProposal(parts, kept, doing)
  tell(doing, 'decided', issued === true ? texts.approved(number) : issued)
  if (issued === true) await tellOthers(kept, texts.decidedBy(number, person.name, true), doing)
}

/** Who was asked as well need not look any more. */
async function tellOthers({ id, issuedBy }: KeptEdition, text: string, doing: Doing): Promise<void> {
  for (const { code } of await reviewersOf(issuedBy, doing))
    if (code !== doing.by.person.code) await tellPerson(doing, code, `${id}:decided:${code}`, text)
}
