/**
 * Whether a short line answers a notice, of whom and how. What is not surely an answer gives nothing; what surely is
 * one, but not surely which or whose, is unclear and left to staff: it is never guessed.
 */
import type { Called } from './called.ts'
import { beginsReceived, isLeave, isPlainLeave, OFFICE, type Sense, TO_ONE } from './clause.ts'
import type { ReceiptKind } from './receipt.ts'
import { type CallFinder, type Clause, clausesOf, DEPUTY_OF_SELF } from './said-clauses.ts'

export interface Statement {
  /** Of whoever speaks; of somebody they did not name (我代回); of those they named. */
  readonly of: 'self' | 'unsaid' | readonly Called[]
  readonly kind: ReceiptKind
  /** They come after all: it undoes a leave. */
  readonly comes?: true
  /** Only a name behind the answer: 收到 谭小军. */
  readonly isSignature?: true
}

/** What a line says about a notice that awaits receipts; nothing: it is not about it, and is forgotten. */
export function readAnswer(line: string, find: CallFinder): readonly Statement[] {
  const groups = bySubject(clausesOf(line, find))
  const talksToOne = TO_ONE.test(line)
  return groups.flatMap(({ of, clauses: said, isUnsure, isSignature }) => {
    const kind = kindOf(said, of !== 'self', talksToOne)
    if (kind === undefined) return []
    const comes = kind === 'acknowledged' && said.some(({ sense }) => sense === 'attend')
    return [
      {
        of,
        kind: isUnsure ? 'unclear' : kind,
        ...(comes ? { comes } : {}),
        ...(isSignature ? { isSignature } : {}),
      } as const,
    ]
  })
}

interface Group {
  readonly of: Statement['of']
  readonly clauses: Clause[]
  isUnsure: boolean
  readonly isSignature?: true
}

/** Clauses by whom they are about, in the order they were said. */
function bySubject(clauses: readonly Clause[]): readonly Group[] {
  const self: Group = { of: 'self', clauses: [], isUnsure: false }
  const groups: Group[] = [self]
  let current = self
  /** Named with nothing said of them yet: 张总 收到. */
  let waiting: Group | undefined
  let answered = false
  for (const clause of clauses) {
    const { called, sense } = clause
    if (called.length > 0 && clause.words === '') {
      if (clause.isDeputy && answered && self.clauses.some((one) => one.sense === 'ack')) {
        // 收到，李会计代张总: the answer before was his.
        groups.push({ of: called, clauses: self.clauses.splice(0), isUnsure: false })
        continue
      }
      // 收到 娄姐 is said to her; 收到 谭小军 is a signature, or somebody else's.
      if (answered && called.every(({ form }) => form !== 'full')) continue
      if (answered || clause.saysWho) {
        groups.push({ of: called, clauses: [{ ...clause, sense: 'ack' }], isUnsure: true, isSignature: true })
        continue
      }
      waiting = {
        of: [...((waiting?.of as readonly Called[] | undefined) ?? []), ...called],
        clauses: [],
        isUnsure: false,
      }
      current = waiting
      groups.push(waiting)
      if (clause.withSelf) self.clauses.push({ ...clause, sense: 'other' })
      continue
    }
    if (called.length > 0) {
      // 梁总 崔总收到: both.
      const before = (waiting?.of as readonly Called[] | undefined) ?? []
      waiting = undefined
      current = { of: [...before, ...called], clauses: [], isUnsure: false }
      groups.push(current)
      if (clause.withSelf) self.clauses.push(clause)
    } else if (clause.begins === 'self' && sense !== 'deputy' && !clause.isDeputy) current = self
    else if (
      clause.begins === 'plain' &&
      sense !== 'other' &&
      waiting === undefined &&
      isAboutSomebodyElse(current)
    )
      // 雷总在开车，收到: his receipt, or that of whoever says so.
      current.isUnsure ||= sense === 'ack' && !current.clauses.some((one) => one.sense === 'ack')
    current.clauses.push(clause)
    if (sense === 'ack' || sense === 'attend' || sense === 'leave') answered = true
    if (waiting === current && sense !== 'other') waiting = undefined
  }
  return withUnsaid(groups, clauses)
}

const isAboutSomebodyElse = ({ of, clauses }: Group) => of !== 'self' && clauses.length > 0

/** 收到，我代回: for somebody who was not named. */
function withUnsaid(groups: readonly Group[], clauses: readonly Clause[]): readonly Group[] {
  const namesOthers = groups.some(({ of }) => Array.isArray(of))
  const isForOther = clauses.some(({ words, called }) => called.length === 0 && DEPUTY_OF_SELF.test(words))
  if (namesOthers || !isForOther) return groups
  return groups.map((group) => (group.of === 'self' ? { ...group, of: 'unsaid' as const } : group))
}

/** What the clauses about one person come to. */
function kindOf(clauses: readonly Clause[], isNamed: boolean, talksToOne: boolean): ReceiptKind | undefined {
  const has = (...senses: readonly Sense[]) => clauses.some(({ sense }) => senses.includes(sense))
  const hasAck =
    has('ack') ||
    (has('one') && !has('other', 'question', 'away')) ||
    clauses.some(({ sense, words }) => sense === 'leave' && beginsReceived(words))
  if (has('everybody')) return isNamed ? 'acknowledged' : 'unclear'
  if (has('leave')) {
    const plain = clauses.some(({ sense, words }) => sense === 'leave' && isPlainLeave(words))
    if (!hasAck && !plain && !isNamed) return undefined
    const isSure = hasAck || !talksToOne || clauses.some(({ words }) => isLeave(words))
    return isSure && !has('doubt') ? 'onLeave' : 'unclear'
  }
  if (has('instead')) return hasAck || isNamed ? 'onLeave' : 'unclear'
  if (has('later')) return has('other') && !hasAck && isTalk(clauses) ? undefined : 'seen'
  if (hasAck || has('attend')) {
    if (has('doubt')) return 'unclear'
    // Away is a reason to doubt that they come; of somebody else it is why they do not answer themselves.
    return has('away') && !has('attend') && !isNamed ? 'unclear' : 'acknowledged'
  }
  if (has('agree') && clauses.some(({ sense, words }) => sense === 'polite' && OFFICE.test(words)))
    return 'acknowledged'
  if (isNamed && has('agree', 'goes')) return 'unclear'
  if (has('other', 'question', 'away')) return undefined
  if (has('doubt'))
    return has('agree', 'goes') || clauses.some(({ words }) => /[去来到]|参/u.test(words))
      ? 'unclear'
      : undefined
  return has('agree', 'goes') ? 'unclear' : undefined
}

/** 手头有点事 稍后看下 speaks of oneself; more than one other clause is talk. */
const isTalk = (clauses: readonly Clause[]) => clauses.filter(({ sense }) => sense === 'other').length > 1
