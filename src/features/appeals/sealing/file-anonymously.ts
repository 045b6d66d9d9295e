import type { Doing } from '../../../conversation/feature.ts'
import type { Appeal, Asker } from '../appeal.ts'
import type { IntakeEffect } from '../appeals.effects.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { amendAppeal, askerOf, newAppeal, openPart, suggestedUnit } from '../intake/file-appeal.ts'
import { filedTexts } from '../intake/filed.texts.ts'
import { letterKey, tellStaff } from '../life/appeal-letters.ts'
import { newCode, spokenCode } from './anonymous-code.ts'
import { byCodeTexts as texts } from './by-code.texts.ts'

type FileEffect = Extract<IntakeEffect, { kind: 'appeals.file' }>

/**
 * 完全匿名: the matter is kept, and of whoever told it nothing. Their name and company are known for this moment
 * only, to be taken out of the words; what they wrote and were answered is forgotten with the same transaction.
 */
export async function fileAnonymously(
  effect: FileEffect,
  { store, calendar, sealing }: Pick<AppealsParts, 'store' | 'calendar' | 'sealing'>,
  doing: Doing,
): Promise<void> {
  const { number, draft } = effect
  const { at } = doing.work
  const directory = await doing.directory()
  const known = askerOf(draft, doing)
  const code = newCode()
  const nobody: Asker = {
    code: null,
    name: '',
    account: '',
    home: doing.by.home,
    company: null,
    wholeText: null,
    anonymousCode: code,
  }
  const open = openPart({ ...draft, sealed: true }, known, directory, at)
  const appeal: Appeal = {
    ...newAppeal(number, draft, { ...open, chamber: null, leader: null, sources: [] }, calendar, at),
    anonymous: true,
  }
  store.add(appeal, nobody, doing.work)
  const by = { role: 'asker', by: null } as const
  store.note({ number, at, act: 'file', from: null, to: 'filed', ...by, note: null }, doing.work)
  if (draft.route !== null)
    store.note(
      { number, at, act: 'refer', from: 'filed', to: 'referred', role: 'house', by: null, note: draft.route },
      doing.work,
    )
  doing.audit(
    'appeals.file',
    number,
    { category: appeal.category, urgency: appeal.urgency },
    { anonymously: true },
  )
  await sealing.forgetSaid(draft.sources, doing.by.personId, doing.work)
  if (doing.frame !== undefined) await sealing.forgetAnswers(doing.frame, doing.by.home, doing.work)
  sendReceipts(appeal, effect, code, doing)
  await tellStaff(appeal, 'filed', filedTexts.staff(appeal, suggestedUnit(appeal, directory), at), doing)
  await doing.tell({ kind: 'appealFiled', number, company: null })
}

/** The code, once, in a letter whose words are not kept. */
function sendReceipts(appeal: Appeal, { draft, group: began }: FileEffect, code: string, doing: Doing): void {
  const help = draft.emergency.map(({ number, service }) => `${number}（${service}）`).join('、')
  const text = [
    ...(help === '' ? [] : [texts.callFirst(help)]),
    texts.receipt(appeal, spokenCode(code), doing.work.at),
    ...(appeal.route === null ? [] : [texts.referred(appeal.route)]),
  ].join('\n')
  // Under the key of any sealed receipt: `code` would list who is anonymous.
  doing.post(letterKey(appeal, 'receipt', doing), {
    to: doing.by.home,
    text,
    origin: 'automatic',
    passing: true,
  })
  const group = doing.group ?? began ?? undefined
  if (group === undefined) return
  doing.post(letterKey(appeal, 'group-receipt', doing), {
    to: group,
    text: filedTexts.groupSealed(),
    origin: 'automatic',
    mention: [doing.by.personId],
  })
}

type AmendEffect = Extract<IntakeEffect, { kind: 'appeals.amend' }>

/** What is added to an emergency within its hour; somebody who was taken down by name can only be sealed any more. */
export async function amendAnonymously(
  effect: AmendEffect,
  parts: Pick<AppealsParts, 'store' | 'calendar' | 'sealing'>,
  doing: Doing,
): Promise<void> {
  const { number, draft } = effect
  const { store, sealing } = parts
  const before = await store.find(number, doing.work)
  if (before === undefined) return
  if (!before.anonymous)
    return amendAppeal({ ...effect, draft: { ...draft, sealed: true, anonymous: false } }, parts, doing)
  const { at } = doing.work
  const { category, urgency, summary, text, files, wish } = openPart(
    { ...draft, sealed: true },
    askerOf(draft, doing),
    await doing.directory(),
    at,
  )
  const outward = before.unit === null ? null : before.outward
  const after: Appeal = { ...before, category, urgency, summary, text, files, wish, outward }
  await store.save(after, doing.work)
  const { status } = before
  store.note(
    { number, at, act: 'amend', from: status, to: status, role: 'asker', by: null, note: null },
    doing.work,
  )
  doing.audit('appeals.amend', number, { category, urgency }, { anonymously: true })
  await sealing.forgetSaid(draft.sources, doing.by.personId, doing.work)
  if (doing.frame !== undefined) await sealing.forgetAnswers(doing.frame, doing.by.home, doing.work)
  await tellStaff(after, 'amended', filedTexts.staffAmended(after), doing)
}
