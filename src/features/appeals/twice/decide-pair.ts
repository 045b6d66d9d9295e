import type { Doing } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import type { MergingParts } from './plan-merge.ts'
import { inOrder } from './twice.store.ts'
import { twiceTexts as texts } from './twice.texts.ts'

/** What staff decide about a pair stands: it is never proposed again, asked or not. */
export async function decidePair(
  a: string,
  b: string,
  decision: 'merged' | 'different',
  { twice }: Pick<MergingParts, 'twice'>,
  doing: Doing,
): Promise<void> {
  const { number, other } = inOrder(a, b)
  const by = doing.by.person.code ?? ''
  const known = await twice.find(number, other, doing.work)
  if (known !== undefined) return twice.decide(known, decision, by, doing.work)
  const { at } = doing.work
  twice.add(
    { number, other, reasons: {}, proposedAt: at, decidedBy: by, decidedAt: at, decision },
    doing.work,
  )
}

/** 不是一回事 */
export async function keepApart(
  { numbers, other }: { readonly numbers: readonly string[]; readonly other: string },
  parts: Pick<MergingParts, 'twice'>,
  doing: Doing,
): Promise<void> {
  if (!may(doing.by.person, 'appeal.merge')) return
  for (const one of numbers) {
    const pair = inOrder(one, other)
    const known = await parts.twice.find(pair.number, pair.other, doing.work)
    // Somebody else merged them meanwhile: that is undone by 撤销并单, not by an answer that came late.
    if (known?.decision === 'merged') {
      doing.post(`${doing.turnKey}:decided`, {
        to: doing.by.home,
        text: texts.decidedMeanwhile(),
        origin: 'automatic',
      })
      continue
    }
    await decidePair(one, other, 'different', parts, doing)
  }
  doing.audit('appeals.different', other, { count: numbers.length })
}
