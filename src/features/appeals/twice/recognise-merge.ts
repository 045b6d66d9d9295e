import type { Listening, Reading } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import { findAppealNumbers } from '../reading/appeal-numbers.ts'
import { readingOf } from '../reading-of.ts'
import { asksForLikenesses, readApart, readMerge, readMergeOfThis, readUnmerge } from './read-merge.ts'

const takesOut = /^\D{0,4}(?:20\d\d-)?\d{3,6}.{0,12}(?:不是|除外|去掉|不算|分开|单独|不并|别并|不要)/u

/** Those that a person may not give are still known where the words can mean nothing else, and refused kindly. */
export function readTwice(text: string, { by, answered, inProgress }: Listening): readonly Reading[] {
  const mayMerge = may(by.person, 'appeal.merge')
  if (!mayMerge && !/并单|并案|合单/.test(text)) return []
  // 0308 不是, of those that are proposed: more of the same talk, whoever else reads a number in it.
  if (inProgress === 'appeals.likeness' && takesOut.test(text))
    return [readingOf('appeals.likeness', 'role', 0.99, '不是一回事', ['不是'])]
  const apart = readApart(text)
  if (apart !== undefined)
    return [readingOf('appeals.apart', 'command', 1, '不是一回事', ['不是一回事'], apart)]
  const [about, ...others] = answered === undefined ? [] : findAppealNumbers(answered)
  const only = others.length === 0 ? about : undefined
  const unmerge = readUnmerge(text)
  if (unmerge !== undefined)
    return [
      readingOf('appeals.unmerge', 'command', 1, '撤销并单', ['撤销并单'], {
        ...(only === undefined ? {} : { number: only }),
        ...unmerge,
      }),
    ]
  const ofThis = only === undefined ? undefined : readMergeOfThis(text)
  const merge =
    ofThis === undefined || only === undefined
      ? readMerge(text)
      : { numbers: [only], into: ofThis.into, either: false, unread: [] }
  if (merge !== undefined) return [readingOf('appeals.merge', 'command', 1, '并单', ['并单'], merge)]
  if (mayMerge && asksForLikenesses(text))
    return [readingOf('appeals.likenesses', 'command', 0.95, '看疑似重复', ['重复'])]
  return []
}
