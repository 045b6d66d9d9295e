import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { DonationsParts } from '../donations.service.ts'
import { driveId } from '../drive.ts'
import { type CloseEffect, type CloseQuery, closeDialogue } from './close.dialogue.ts'
import { closeDrive, planClose } from './close-drive.ts'
import { type DeclineEffect, type DeclineQuery, declineDialogue } from './decline.dialogue.ts'
import { declineDrive, mayDecline } from './decline-drive.ts'
import { drawPosterErrand, isCurrent, keepPoster, orderPoster } from './draw-poster.ts'
import { giveDialogue, type OpenQuery } from './give.dialogue.ts'
import { begin, keepDraft } from './keep-draft.ts'
import { openDrives } from './open-drives.ts'
import { type DrawnQuery, type KeepPoster, posterDialogue } from './poster.dialogue.ts'
import { posterOf } from './poster.ts'
import { prepareDialogue } from './prepare.dialogue.ts'
import type { BegunQuery, DriveEffect, PlanCallQuery, PosterQuery } from './prepare-state.ts'
import { recognise } from './recognise.ts'
import { type ReportEffect, type ReportQuery, reportDialogue } from './report.dialogue.ts'
import { planReport, sendReport } from './report.ts'
import { type SeeQuery, seeDialogue } from './see.dialogue.ts'
import { seeDrives } from './see-drive.ts'
import { previewCall, submitDrive } from './submit-drive.ts'

type Query =
  | BegunQuery
  | OpenQuery
  | PlanCallQuery
  | PosterQuery
  | DrawnQuery
  | ReportQuery
  | CloseQuery
  | DeclineQuery
  | SeeQuery
type Effect = DriveEffect | KeepPoster | ReportEffect | CloseEffect | DeclineEffect

/** 募捐: the call itself, from the draft through the gate; the road does the rest (mailings/mailing.desk.ts). */
export function drivesDesk(parts: DonationsParts): Desk {
  const answers: Answers<Query> = {
    'donations.begun': ({ number }, doing) => begin(parts, number, doing),
    'donations.open': (_query, doing) => openDrives(parts, doing.work),
    'donations.planCall': ({ draft }, doing) => previewCall(parts, draft, doing),
    'donations.posterState': async ({ number }, doing) => {
      const drive = await parts.donations.find(driveId(number), doing.work)
      const { federation } = await doing.directory()
      return drive !== undefined && posterOf(drive, federation) === undefined ? 'pending' : 'ready'
    },
    'donations.isCurrent': (query, doing) => isCurrent(parts, query, doing),
    'donations.planReport': ({ order }, doing) => planReport(parts, order, doing),
    'donations.planClose': ({ order }, doing) => planClose(parts, order, doing),
    'donations.mayDecline': ({ declining }, doing) => mayDecline(parts, declining, doing),
    'donations.see': ({ order }, doing) => seeDrives(parts, order, doing),
  }
  const performs: Performs<Effect> = {
    'donations.keep': (effect, doing) => keepDraft(parts, effect, doing),
    'donations.draw': ({ number }, doing) => orderPoster(parts, number, doing),
    'donations.keepPoster': (effect, doing) => keepPoster(parts, effect, doing),
    'donations.submit': (effect, doing) => submitDrive(parts, effect, doing),
    'donations.report': ({ order }, doing) => sendReport(parts, order, doing),
    'donations.close': ({ order }, doing) => closeDrive(parts, order, doing),
    'donations.decline': (effect, doing) => declineDrive(parts, effect, doing),
  }
  return {
    dialogues: [
      prepareDialogue,
      posterDialogue,
      giveDialogue,
      reportDialogue,
      closeDialogue,
      declineDialogue,
      seeDialogue,
    ],
    answers,
    performs,
    runs: { 'donations.draw': drawPosterErrand(parts) },
    recognise,
  }
}
