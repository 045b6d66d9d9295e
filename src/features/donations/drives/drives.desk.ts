import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import { begin, type DonationsParts, keepDraft, submitDrive } from '../donations.service.ts'
import { giveDialogue, type OpenQuery } from './give.dialogue.ts'
import { openDrives } from './open-drives.ts'
import { type BegunQuery, type DriveEffect, prepareDialogue } from './prepare.dialogue.ts'
import { recognise } from './recognise.ts'

/** 募捐: the call itself, from the draft through the gate; the road does the rest (mailings/mailing.desk.ts). */
export function drivesDesk(parts: DonationsParts): Desk {
  const answers: Answers<BegunQuery | OpenQuery> = {
    'donations.begun': ({ number }, doing) => begin(parts, number, doing),
    'donations.open': (_query, doing) => openDrives(parts, doing.work),
  }
  const performs: Performs<DriveEffect> = {
    'donations.keep': (effect, doing) => keepDraft(parts, effect, doing),
    'donations.submit': (effect, doing) => submitDrive(parts, effect, doing),
  }
  return { dialogues: [prepareDialogue, giveDialogue], answers, performs, recognise }
}
