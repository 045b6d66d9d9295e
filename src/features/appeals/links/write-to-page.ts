import type { Doing } from '../../../conversation/feature.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { letterKey } from '../life/appeal-letters.ts'

/** The same words for whoever looks at the lead's page; nobody is called there, so that this replaces no letter. */
export async function writeToPage(
  appeal: Appeal,
  occasion: string,
  text: string,
  { unitLinks, unitDoor }: Pick<AppealsParts, 'unitLinks' | 'unitDoor'>,
  doing: Doing,
): Promise<void> {
  if (unitDoor === undefined) return
  for (const { digest, unit } of await unitLinks.listOpen(appeal.number, doing.work)) {
    const to = unitDoor.chatOf(digest)
    if (unit !== appeal.unit || to.chatId === doing.by.home.chatId) continue
    doing.post(`${letterKey(appeal, occasion, doing)}:${digest.slice(0, 12)}`, {
      to,
      text,
      origin: 'automatic',
    })
  }
}
