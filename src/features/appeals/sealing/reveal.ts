import type { Doing } from '../../../conversation/feature.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import type { Application } from '../applications.ts'
import { unsealTexts as texts } from './unseal.texts.ts'

export type UnsealingParts = Pick<AppealsParts, 'store' | 'applications'>

export async function listUnsealings(
  number: string,
  { applications }: UnsealingParts,
  doing: Doing,
): Promise<readonly Application[]> {
  return (await applications.listOf(number, doing.work)).filter(({ kind }) => kind === 'unsealing')
}

/** The name, to one of the two, in private, and that they saw it. The words are not kept once they have left. */
export async function reveal(
  appeal: Appeal,
  code: string,
  doing: Doing,
  { store }: UnsealingParts,
): Promise<void> {
  const asker = await store.askerOf(appeal.number, doing.work)
  const chat = code === doing.by.person.code ? doing.by.home : await doing.reach(code)
  if (asker === undefined || chat === undefined) return
  doing.post(`${doing.turnKey}:revealed:${code}`, {
    to: chat,
    text: texts.revealed(asker),
    origin: 'automatic',
    passing: true,
  })
  doing.audit('appeals.look-sealed', appeal.number, { shownTo: code })
}

/** 再看启封: only the two, and every time it is written down. */
export async function lookAgain(
  { number }: { readonly number: string },
  parts: UnsealingParts,
  doing: Doing,
): Promise<void> {
  const { code } = doing.by.person
  const appeal = await parts.store.find(number, doing.work)
  const granted = (await listUnsealings(number, parts, doing)).filter(({ state }) => state === 'granted')
  const isOneOfTwo = granted.some((one) => one.askedBy === code || one.decidedBy === code)
  if (appeal === undefined || !appeal.sealed || code === undefined || !isOneOfTwo)
    return doing.post(`${doing.turnKey}:unsealing`, {
      to: doing.by.home,
      text: texts.mayNotLook(number),
      origin: 'automatic',
    })
  await reveal(appeal, code, doing, parts)
}
