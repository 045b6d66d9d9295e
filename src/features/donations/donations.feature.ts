import type { Effect, Query } from '../../conversation/dialogue.ts'
import type { Doing, Feature } from '../../conversation/feature.ts'
import { may } from '../../kernel/person.ts'
import { standingOf } from '../../mailings/mailing-answer.ts'
import { type ApprovalEffect, approvalDialogue } from '../../mailings/mailing-approval.dialogue.ts'
import { nextSettling, settleMailings, stopMailing } from '../../mailings/mailing-end.ts'
import { type ProgressQuery, progressDialogue } from '../../mailings/mailing-progress.dialogue.ts'
import { decideMailing } from '../../mailings/mailing-road.ts'
import type { StandingQuery } from '../../mailings/mailing-standing.ts'
import { type StopEffect, stopDialogue } from '../../mailings/mailing-stop.dialogue.ts'
import {
  answerProgress,
  begin,
  type DonationsParts,
  donationsRoad,
  keepDraft,
  passesGate,
  submitDrive,
} from './donations.service.ts'
import { giveDialogue, type OpenQuery } from './give.dialogue.ts'
import { openDrives } from './open-drives.ts'
import { type BegunQuery, type DriveEffect, prepareDialogue } from './prepare.dialogue.ts'
import { recognise } from './recognise.ts'

type Does = DriveEffect | ApprovalEffect | StopEffect
type Asked = StandingQuery<'donations'> | ProgressQuery<'donations'> | BegunQuery | OpenQuery

/** 捐赠: a charity's call for donations, relayed to the groups once nothing is missing and a second person agreed. */
export function donationsFeature(parts: DonationsParts): Feature {
  const road = donationsRoad(parts)
  return {
    name: 'donations',
    dialogues: [
      prepareDialogue,
      giveDialogue,
      approvalDialogue('donations', road.noun),
      stopDialogue('donations', road.noun, road.acts.stop),
      progressDialogue('donations', road.noun, [road.acts.prepare, road.acts.approve, road.acts.stop]),
    ],
    recognise,
    async answer(query: Query, doing: Doing) {
      const asked = query as Asked
      switch (asked.ask) {
        case 'donations.begun':
          return begin(parts, asked.number, doing)
        case 'donations.open':
          return openDrives(parts, doing.work)
        case 'donations.progress':
          return answerProgress(parts, asked.number, doing)
        case 'donations.standing':
          return standingOf(road, asked, doing)
        default:
          return undefined
      }
    },
    async perform(effect: Effect, doing: Doing) {
      const does = effect as Does
      switch (does.kind) {
        case 'donations.keep':
          return keepDraft(parts, does, doing)
        case 'donations.submit':
          return submitDrive(parts, does, doing)
        case 'donations.approve':
          if (await passesGate(parts, does.id, doing))
            await decideMailing(road, does.id, { approve: true }, doing)
          return
        case 'donations.refuse': {
          const { reason } = does as { reason?: string }
          await decideMailing(
            road,
            does.id,
            { approve: false, ...(reason === undefined ? {} : { reason }) },
            doing,
          )
          return
        }
        case 'donations.stop':
          if (may(doing.by.person, road.acts.stop)) await stopMailing(road, does.id, doing)
          return
      }
    },
    due: (doing) => settleMailings(road, doing),
    nextDueAt: (work) => nextSettling(road, work),
  }
}
