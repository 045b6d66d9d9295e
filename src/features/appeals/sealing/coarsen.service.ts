import type { Doing } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { numberOf } from '../asker/status.dialogue.ts'
import { writeToUnit } from '../life/appeal-letters.ts'
import type { CoarsenAsked } from './coarsen.dialogue.ts'
import { coarsenTexts as texts } from './coarsen.texts.ts'
import type { CoarsenFirst, CoarseningEffect } from './sealing.effects.ts'

/** Before a sealed appeal goes out: the preview, and after it what was going on. */
export function openCoarsening(
  { number, after }: Pick<CoarsenFirst, 'number' | 'after'>,
  doing: Doing,
): void {
  const data = { number: numberOf({ number }), after } satisfies CoarsenAsked
  doing.continueWith('appeals.coarsen', data, `appeal:${doing.turnKey}:coarsen`)
}

type Coarsen = Extract<CoarseningEffect, { kind: 'appeals.coarsen' }>

/** Keeps what units are to see, exactly as staff saw it; words that changed meanwhile are looked at again. */
export async function coarsenAppeal(
  effect: Coarsen,
  { store }: Pick<AppealsParts, 'store'>,
  doing: Doing,
): Promise<void> {
  if (!may(doing.by.person, 'appeal.dispatch')) return
  const { number, outward, after } = effect
  const { at } = doing.work
  const reply = (text: string) =>
    doing.post(`${doing.turnKey}:coarsened`, { to: doing.by.home, text, origin: 'automatic' })
  const appeal = await store.find(number, doing.work)
  if (appeal === undefined || !appeal.sealed) return reply(texts.notSealed(number))
  if (appeal.text !== effect.basis) {
    reply(texts.changedMeanwhile(number))
    const data: CoarsenAsked = { number: numberOf(appeal), ...(after === null ? {} : { after }) }
    return doing.continueWith('appeals.coarsen', data, `appeal:${doing.turnKey}:coarsen-again`)
  }
  const files = appeal.files.map(({ outward: _before, ...file }) =>
    effect.files.includes(file.sha256) ? { ...file, outward: true as const } : file,
  )
  await store.save({ ...appeal, outward, files }, doing.work)
  const { status } = appeal
  const by = doing.by.person.code ?? null
  store.note(
    { number, at, act: 'coarsen', from: status, to: status, role: 'staff', by, note: null },
    doing.work,
  )
  doing.audit('appeals.coarsen', number, { files: effect.files.length, isOther: outward !== appeal.text })
  if (after !== null)
    return doing.continueWith(
      'appeals.dispatch',
      { ...after, number: numberOf(appeal) },
      `appeal:${doing.turnKey}:dispatch`,
    )
  reply(texts.saved(number))
  if (appeal.unit !== null && outward !== appeal.outward)
    await writeToUnit(appeal, 'outward', texts.unitAgain(number, outward), doing)
}
