/** What staff's yes does to the documents: taken in, put right, marked as checked. */

import type { Doing } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import { addTexts as texts } from './add.texts.ts'
import { type AddFileParts, noteTakenIn } from './add-file.ts'
import { correctDocument } from './correct-document.ts'
import type { LibraryEffect } from './library.effects.ts'
import type { KeptReading } from './read-file-errand.ts'
import { takeIn } from './take-in.ts'

type Of<Kind extends LibraryEffect['kind']> = Extract<LibraryEffect, { kind: Kind }>

export type LibraryParts = AddFileParts & {
  /** This transaction changes documents: the index takes nothing of it up before the commit. */
  isChangedBy(work: Doing['work']): void
}

export async function performTakeIn(
  order: Of<'policy.takeIn'>,
  parts: LibraryParts,
  doing: Doing,
): Promise<void> {
  const { person } = doing.by
  // Roles may have changed between the question and the yes.
  if (!may(person, 'policy.manage')) return
  const { name, audience, changes } = order
  const [file, kept] = await Promise.all([
    parts.files.find(order.file, doing.work),
    parts.files.find(order.reading, doing.work),
  ])
  if (file === undefined || kept === undefined) return tell(texts.wasLost(name), doing)
  const { mediaType, sources } = JSON.parse(new TextDecoder().decode(kept.bytes)) as KeptReading
  const by = person.code ?? 'stranger'
  parts.isChangedBy(doing.work)
  const made = await takeIn(
    parts,
    sources,
    { file: { name, mediaType, bytes: file.bytes, sha256: file.sha256 }, audience, by, changes },
    doing.work,
  )
  noteTakenIn(parts.audit, made, { file: name, by }, doing.work)
  const [only] = made
  if (made.length !== 1 || only === undefined) {
    const count = (outcome: string) => made.filter((one) => one.outcome === outcome).length
    return tell(texts.addedCollection(count('added'), count('replaced'), count('refused')), doing)
  }
  if (only.outcome === 'unchanged') return tell(texts.unchanged(name), doing)
  if (only.outcome === 'refused') return tell(texts.notTaken(name, only.reason), doing)
  const done = only.outcome === 'added' ? texts.added(only.title) : texts.replaced(only.title)
  const isScan = sources[0]?.scanned === true
  tell(isScan ? `${done}\n${texts.toBeChecked(only.doc)}` : done, doing)
}

export async function performCorrect(
  order: Of<'policy.correct'>,
  parts: LibraryParts,
  doing: Doing,
): Promise<void> {
  const { person } = doing.by
  if (!may(person, 'policy.manage')) return
  const { doc, changes, audience, checked } = order
  const by = person.code ?? 'stranger'
  parts.isChangedBy(doing.work)
  const checkedBy = checked ? by : undefined
  const now = await correctDocument(parts.store, doc, { changes, audience, checkedBy }, doing.work)
  if (now === undefined) return tell(texts.wasGone(doc), doing)
  const { facts } = now
  const fields = [...Object.keys(changes), ...(audience === undefined ? [] : ['audience'])].join(',')
  if (checked) doing.audit('policy.check', doc)
  else doing.audit('policy.correct', doc, { fields })
  tell(checked ? texts.checked(facts.title) : texts.corrected(facts.title), doing)
}

function tell(text: string, doing: Doing): void {
  doing.post(`${doing.turnKey}:policy.library`, { to: doing.by.home, text, origin: 'automatic' })
}
