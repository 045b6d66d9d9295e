import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'
import { drawCertificatesErrand } from '../thanks/draw-certificates.ts'
import { type ThankEffect, thankDialogue } from '../thanks/thank.dialogue.ts'
import { thankDonors } from '../thanks/thank-donors.ts'
import { noteDialogue, reverseDialogue } from './booking/amend.dialogue.ts'
import { bookDialogue, useDialogue } from './booking/book.dialogue.ts'
import { bookGifts, planBooking } from './booking/book-gifts.ts'
import { importDialogue } from './booking/import.dialogue.ts'
import { importGifts, planImport } from './booking/import-gifts.ts'
import { noteGift, planNote } from './booking/note-gift.ts'
import { planUse, recordUse } from './booking/record-use.ts'
import { planReversal, reverseGift } from './booking/reverse-gift.ts'
import { changeConsent, planConsent } from './consent/change-consent.ts'
import { consentDialogue } from './consent/consent.dialogue.ts'
import type {
  ChangeOrder,
  NoteOrder,
  PledgeOrder,
  ReverseOrder,
  SaidOrder,
  SheetOrder,
  WithdrawOrder,
} from './gifts.orders.ts'
import type { GiftsParts } from './gifts-parts.ts'
import { changeDialogue } from './pledging/change.dialogue.ts'
import { changePledge, planChange } from './pledging/change-pledge.ts'
import { keepPledge } from './pledging/keep-pledge.ts'
import { planPledge } from './pledging/plan-pledge.ts'
import { pledgeDialogue } from './pledging/pledge.dialogue.ts'
import { withdrawDialogue } from './pledging/withdraw.dialogue.ts'
import { planWithdrawal, withdrawPledge } from './pledging/withdraw-pledge.ts'
import { recogniseGifts } from './recognise-gifts.ts'
import { mineDialogue, reconcileDialogue, type ToldQuery } from './standing/standing.dialogues.ts'
import { tellMine, tellReconciled } from './standing/tell-standing.ts'

type GiftEffect =
  | OrderEffect<PledgeOrder, 'donations.pledge'>
  | OrderEffect<WithdrawOrder, 'donations.withdraw-pledge'>
  | OrderEffect<ChangeOrder, 'donations.change-pledge'>
  | OrderEffect<SaidOrder, 'donations.consent'>
  | OrderEffect<SaidOrder, 'donations.book'>
  | OrderEffect<SheetOrder, 'donations.import-gifts'>
  | OrderEffect<ReverseOrder, 'donations.reverse'>
  | OrderEffect<NoteOrder, 'donations.note'>
  | OrderEffect<SaidOrder, 'donations.use'>
  | ThankEffect

type GiftQuery =
  | PlanQuery<PledgeOrder, 'donations.plan-pledge'>
  | PlanQuery<WithdrawOrder, 'donations.plan-withdrawal'>
  | PlanQuery<ChangeOrder, 'donations.plan-change'>
  | PlanQuery<SaidOrder, 'donations.plan-consent'>
  | PlanQuery<SaidOrder, 'donations.plan-booking'>
  | PlanQuery<SheetOrder, 'donations.plan-import'>
  | PlanQuery<ReverseOrder, 'donations.plan-reversal'>
  | PlanQuery<NoteOrder, 'donations.plan-note'>
  | PlanQuery<SaidOrder, 'donations.plan-use'>

type ToldAnswers = {
  readonly [K in ToldQuery['ask']]: (
    query: ToldQuery,
    doing: Parameters<typeof tellMine>[1],
  ) => Promise<unknown>
}

/** 认捐、到账、使用: what was promised, what the charity booked, and what it handed on; and thanks for it. */
export function giftsDesk(parts: GiftsParts): Desk {
  const performs: Performs<GiftEffect> = {
    'donations.pledge': ({ order }, doing) => keepPledge(order, parts, doing),
    'donations.withdraw-pledge': ({ order }, doing) => withdrawPledge(order, parts, doing),
    'donations.change-pledge': ({ order }, doing) => changePledge(order, parts, doing),
    'donations.consent': ({ order }, doing) => changeConsent(order, parts, doing),
    'donations.book': ({ order }, doing) => bookGifts(order, parts, doing),
    'donations.import-gifts': ({ order }, doing) => importGifts(order, parts, doing),
    'donations.reverse': ({ order }, doing) => reverseGift(order, parts, doing),
    'donations.note': ({ order }, doing) => noteGift(order, parts, doing),
    'donations.use': ({ order }, doing) => recordUse(order, parts, doing),
    'donations.thank': (effect, doing) => thankDonors(effect, parts, doing),
  }
  const answers: Answers<GiftQuery> & ToldAnswers = {
    'donations.plan-pledge': ({ order }, doing) => planPledge(order, parts, doing),
    'donations.plan-withdrawal': ({ order }, doing) => planWithdrawal(order, parts, doing),
    'donations.plan-change': ({ order }, doing) => planChange(order, parts, doing),
    'donations.plan-consent': ({ order }, doing) => planConsent(order, parts, doing),
    'donations.plan-booking': ({ order }, doing) => planBooking(order, parts, doing),
    'donations.plan-import': ({ order }, doing) => planImport(order, parts, doing),
    'donations.plan-reversal': ({ order }, doing) => planReversal(order, parts, doing),
    'donations.plan-note': ({ order }, doing) => planNote(order, parts, doing),
    'donations.plan-use': ({ order }, doing) => planUse(order, parts, doing),
    'donations.reconcile': ({ number }, doing) => tellReconciled(number, parts, doing),
    'donations.mine': (_query, doing) => tellMine(parts, doing),
  }
  return {
    dialogues: [
      pledgeDialogue,
      changeDialogue,
      withdrawDialogue,
      consentDialogue,
      bookDialogue,
      importDialogue,
      reverseDialogue,
      noteDialogue,
      useDialogue,
      reconcileDialogue,
      mineDialogue,
      thankDialogue,
    ],
    recognise: recogniseGifts,
    performs,
    answers,
    runs: { 'donations.draw-certificates': drawCertificatesErrand(parts) },
  }
}
