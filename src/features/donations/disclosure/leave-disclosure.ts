/** An edition that goes to the groups: the last look before each batch of letters, and the page with the first. */
import type { Doing } from '../../../conversation/feature.ts'
import type { Mailing } from '../../../mailings/mailing.ts'
import { driveId } from '../drive.ts'
import { passesCap } from '../drives/passes-gate.ts'
import { isProposal } from './disclosure.store.ts'
import { disclosureTexts as texts } from './disclosure.texts.ts'
import type { DisclosureParts } from './disclosure-parts.ts'
import { issueProposal, mayBeShown } from './issue-edition.ts'

/** True, or why not. Asked again before each batch: a name may have been taken back while it went out. */
export async function mayDisclosureLeave(
  parts: DisclosureParts,
  mailing: Mailing,
  doing: Doing,
): Promise<true | string> {
  const proposal = await parts.disclosures.find(mailing.id, doing.work)
  const drive = await parts.donations.find(driveId(mailing.number), doing.work)
  if (proposal === undefined || drive === undefined) return texts.overtaken(mailing.number)
  const may = await mayBeShown(parts, proposal, doing)
  return may === true ? passesCap(parts, drive, mailing, doing) : may
}

/** Its broadcast begins to leave, and the public page says the same from this moment. */
export async function disclosureLeft(parts: DisclosureParts, mailing: string, doing: Doing): Promise<void> {
  const proposal = isProposal(mailing) ? await parts.disclosures.find(mailing, doing.work) : undefined
  if (proposal?.state === 'proposed') await issueProposal(parts, proposal, doing)
}
