import type { Doing } from '../../../conversation/feature.ts'
import type { Appeal, Asker } from '../appeal.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { identityOf, tellStaff, writeToUnit } from '../life/appeal-letters.ts'
import { withoutIdentity } from '../sealed-text.ts'
import { namelessFiles } from './nameless-files.ts'
import { sealTexts as texts } from './seal.texts.ts'

type Parts = Pick<AppealsParts, 'store' | 'sealing'>

/** 封存 after it was filed: from now on nobody reads the name; who read it already is asked to keep it. */
export async function sealAppeal(number: string, { store, sealing }: Parts, doing: Doing): Promise<void> {
  const { at } = doing.work
  const reply = (text: string) =>
    doing.post(`${doing.turnKey}:sealed`, { to: doing.by.home, text, origin: 'automatic' })
  const before = await store.find(number, doing.work)
  const asker = await store.askerOf(number, doing.work)
  if (
    before === undefined ||
    asker === undefined ||
    !(await store.isOwn(number, identityOf(doing.by), doing.work))
  )
    return reply(appealsTexts.notYours(number))
  if (before.sealed) return reply(texts.sealedAlready(number))
  const hide = (text: string) => withoutIdentity(text, asker.name, before.company, directory)
  const directory = await doing.directory()
  const sealed: Appeal = {
    ...before,
    sealed: true,
    company: null,
    asker: null,
    summary: hide(before.summary),
    text: hide(before.text),
    wish: before.wish === null ? null : hide(before.wish),
    // As of one sealed from the first: a place gives most people away, and so does the name of a file.
    place: null,
    files: namelessFiles(before.files),
    resolution: before.resolution === null ? null : hide(before.resolution),
    // What a unit may see is looked at anew.
    outward: null,
  }
  const kept: Asker = { ...asker, company: before.company, wholeText: before.text }
  await store.saveWithAsker(sealed, kept, doing.work)
  const { status } = before
  store.note(
    { number, at, act: 'seal', from: status, to: status, role: 'asker', by: null, note: null },
    doing.work,
  )
  await sealing.unname(number, hide, doing.work)
  await sealing.unjoin(number, doing.work)
  doing.audit('appeals.seal', number, {}, { anonymously: true })
  reply(texts.done(number))
  await tellStaff(sealed, 'sealed', texts.staff(sealed), doing)
  await writeToUnit(sealed, 'sealed', texts.unit(number), doing)
}
