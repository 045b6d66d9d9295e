import { mayBegin } from '../kernel/person.ts'
import type { Letter } from '../outbox/letter.ts'
import type { Feature, Reading } from './feature.ts'
import type { Speaker } from './said.ts'

/** A button under a broadcast, which no dialogue wrote: the feature whose broadcast it is knows what it means. */
export function pressedUnder(
  features: readonly Feature[],
  by: Speaker,
  choice: string,
  letter: Letter | undefined,
): Reading | undefined {
  const { mailing, frame } = letter ?? {}
  if (mailing === undefined || frame !== undefined) return undefined
  for (const feature of features) {
    const reading = feature.pressed?.(choice, mailing, { by })
    if (reading !== undefined && mayBegin(by.person, reading.dialogue)) return reading
  }
  return undefined
}
