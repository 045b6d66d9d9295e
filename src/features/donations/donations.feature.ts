import { openDesks } from '../../conversation/desk.ts'
import type { Feature } from '../../conversation/feature.ts'
import { mailingDesk } from '../../mailings/mailing.desk.ts'
import { answerProgress, type DonationsParts, donationsRoad, passesGate } from './donations.service.ts'
import { drivesDesk } from './drives/drives.desk.ts'

/** 捐赠: a charity's call for donations, relayed to the groups once nothing is missing and a second person agreed. */
export function donationsFeature(parts: DonationsParts): Feature {
  return openDesks('donations', [
    mailingDesk(donationsRoad(parts), {
      mayLeave: (id, doing) => passesGate(parts, id, doing),
      progress: (number, doing) => answerProgress(parts, number, doing),
    }),
    drivesDesk(parts),
  ])
}
