import type { Doing } from '../../../conversation/feature.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsEffect } from '../appeals.effects.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { identityOf, tellStaff, writeToUnit } from '../life/appeal-letters.ts'
import { actorOf, auditFor } from '../life/move-appeal.ts'
import { findPlace } from '../reading/place-and-time.ts'
import { withoutIdentity } from '../sealed-text.ts'
import { namelessFiles } from '../sealing/nameless-files.ts'
import { filedTexts } from './filed.texts.ts'
import { textOf } from './part-text.ts'
import { supplementTexts as texts } from './supplement.texts.ts'

type SupplementEffect = Extract<AppealsEffect, { kind: 'appeals.supplement' }>

/** What an event and a letter say of it; the appeal itself keeps every word. In characters. */
const NOTED = 60

/** 补充材料: words and files that came after filing stand below what was filed; staff and the unit hear of it. */
export async function supplementFiled(
  { number, pieces }: SupplementEffect,
  store: AppealsStore,
  doing: Doing,
): Promise<void> {
  const { work } = doing
  const reply = (text: string) =>
    doing.post(`${doing.turnKey}:supplement`, { to: doing.by.home, text, origin: 'automatic' })
  const before = await store.find(number, work)
  if (before === undefined || !(await store.isOwn(number, identityOf(doing.by), work)))
    return reply(appealsTexts.notYours(number))
  if (!isOpen(before.status)) return reply(filedTexts.amendedTooLate(number))
  const words = textOf({ pieces: [...pieces], later: true })
  const files = pieces.flatMap((piece) => piece.files ?? [])
  const { appeal, shown } = await write(before, words, files, store, doing)
  await store.addSources(
    number,
    pieces.map(({ place, message }) => ({ place, message })),
    work,
  )
  const { status } = appeal
  const by = actorOf(appeal, 'asker', doing)
  const note = [...texts.staff(appeal, shown, files.length).replace(/^[^：]*：/, '')].slice(0, NOTED).join('')
  store.note({ number, at: work.at, act: 'amend', from: status, to: status, role: 'asker', by, note }, work)
  auditFor(appeal, 'appeals.supplement', 'asker', { files: files.length }, doing)
  reply(texts.added(appeal))
  await tellStaff(appeal, 'supplemented', texts.staff(appeal, shown, files.length), doing)
  const toUnit = appeal.sealed ? texts.unitSealed(number) : texts.unit(appeal, shown, files.length)
  await writeToUnit(appeal, 'supplemented', toUnit, doing)
  await doing.tell({ kind: 'appealAmended', number })
}

/** The appeal with what was added, and the added words as others may read them. */
async function write(
  before: Appeal,
  words: string,
  files: Appeal['files'],
  store: AppealsStore,
  doing: Doing,
): Promise<{ readonly appeal: Appeal; readonly shown: string }> {
  const known = new Set(before.files.map(({ sha256 }) => sha256))
  const both = [...before.files, ...files.filter(({ sha256 }) => !known.has(sha256))]
  const below = (text: string, more: string) => (more === '' ? text : `${text}\n${texts.line(more)}`)
  const asker = before.sealed ? await store.askerOf(before.number, doing.work) : undefined
  if (asker === undefined) {
    const place = before.place ?? findPlace(words) ?? null
    const appeal = { ...before, text: below(before.text, words), files: both, place }
    await store.save(appeal, doing.work)
    return { appeal, shown: words }
  }
  const shown = withoutIdentity(words, asker.name, asker.company, await doing.directory())
  // What a unit has not read yet is looked through once more before it does.
  const outward = before.unit === null ? null : before.outward
  const appeal = { ...before, text: below(before.text, shown), files: namelessFiles(both), outward }
  const wholeText = asker.wholeText === null ? null : below(asker.wholeText, words)
  await store.saveWithAsker(appeal, { ...asker, wholeText }, doing.work)
  return { appeal, shown }
}
