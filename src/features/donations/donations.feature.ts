import { openDesks } from '../../conversation/desk.ts'
import type { Feature } from '../../conversation/feature.ts'
import { mailingDesk } from '../../mailings/mailing.desk.ts'
import { disclosureDesk } from './disclosure/disclosure.desk.ts'
import { disclosureLeft } from './disclosure/leave-disclosure.ts'
import { donationsRoad } from './donations.service.ts'
import { drivesDesk } from './drives/drives.desk.ts'
import { noteOpened } from './drives/opened.ts'
import { giftsDesk } from './gifts/gifts.desk.ts'
import type { GiftsParts } from './gifts/gifts-parts.ts'
import { toldDesk } from './told/told.desk.ts'

/** 捐赠: a charity's call for donations, relayed to the groups once nothing is missing and a second person agreed. */
export function donationsFeature(parts: GiftsParts): Feature {
  return openDesks('donations', [
    mailingDesk(donationsRoad(parts), {
      agreed: (id, doing) => noteOpened(parts, id, doing),
      async left(id, doing) {
        await noteOpened(parts, id, doing)
        await disclosureLeft(parts, id, doing)
      },
    }),
    drivesDesk(parts),
    disclosureDesk(parts),
    giftsDesk(parts),
    toldDesk(parts),
  ])
}
