/** Who may do what: the one table. Features ask it; platforms, the console and models never decide. */

export const ROLES = [
  'member',
  'secretary',
  'handler',
  'officer',
  'staff',
  'reviewer',
  'leader',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** Somebody who speaks to us. Without a code they are a stranger: not in the roster, and still heard. */
export interface Person {
  readonly code: string | undefined
  /** As in the roster, or what the platform shows for a stranger. */
  readonly name: string
  readonly roles: readonly Role[]
  readonly title?: string
  readonly company?: string
  readonly chamber?: string
  readonly unit?: string
  /** Came by a link for one matter: speaks of this appeal only, and may begin only these dialogues. */
  readonly confined?: { readonly appeal: string; readonly dialogues: readonly string[] }
}

/** Whether somebody who came by a link may begin this; everybody else may begin anything, and is refused by it. */
export const mayBegin = ({ confined }: Pick<Person, 'confined'>, dialogue: string): boolean =>
  confined === undefined || confined.dialogues.includes(dialogue)

/** Everything somebody may be allowed or refused. A new act is added here first. */
export type Act =
  | 'appeal.file'
  | 'appeal.see-own'
  | 'appeal.see-all'
  | 'appeal.see-dispatched'
  | 'appeal.dispatch'
  | 'appeal.resolve'
  | 'appeal.pause'
  | 'appeal.merge'
  | 'appeal.grant-extension'
  | 'appeal.meet'
  | 'appeal.close'
  | 'appeal.export'
  | 'appeal.see-rates'
  | 'appeal.ask-exclusion'
  | 'appeal.grant-exclusion'
  | 'appeal.ask-unsealing'
  | 'appeal.grant-unsealing'
  | 'task.give'
  | 'task.see-all'
  | 'appeal.see-in-scope'
  | 'policy.ask'
  | 'policy.manage'
  | 'policy.review'
  | 'policy.read-internal'
  | 'notice.prepare'
  | 'notice.approve'
  | 'notice.stop'
  | 'notice.see-receipts'
  | 'notice.see-receipts-in-scope'
  | 'notice.settle-receipts'
  | 'signup.open'
  | 'signup.see'
  | 'drive.prepare'
  | 'drive.approve'
  | 'drive.stop'
  | 'drive.see'
  | 'drive.disclose'
  | 'gift.pledge'
  | 'gift.book'
  | 'roster.manage'
  | 'roster.vouch'
  | 'audit.read'
  | 'channels.see'
  | 'visit.record'
  | 'visit.see-in-scope'
  | 'visit.see-all'
  | 'visit.decide'
  | 'duty.set'
  | 'brief.make'
  | 'circular.draft'

type Holder = Role | 'anybody'

const TABLE: Record<Act, readonly Holder[]> = {
  'appeal.file': ['anybody'],
  'appeal.see-own': ['anybody'],
  'appeal.see-all': ['staff', 'auditor'],
  'appeal.see-dispatched': ['handler'],
  'appeal.dispatch': ['staff'],
  'appeal.resolve': ['handler', 'staff'],
  'appeal.pause': ['handler', 'staff'],
  'appeal.merge': ['staff'],
  'appeal.grant-extension': ['staff', 'reviewer'],
  'appeal.meet': ['staff'],
  'appeal.close': ['staff'],
  'appeal.export': ['staff', 'auditor'],
  'appeal.see-rates': ['staff', 'reviewer', 'auditor'],
  'appeal.ask-exclusion': ['staff'],
  'appeal.grant-exclusion': ['staff', 'reviewer'],
  'appeal.ask-unsealing': ['staff'],
  'appeal.grant-unsealing': ['reviewer', 'staff'],
  'task.give': ['leader', 'staff'],
  'task.see-all': ['staff', 'auditor'],
  'appeal.see-in-scope': ['leader'],
  'policy.ask': ['anybody'],
  'policy.manage': ['staff'],
  'policy.review': ['staff', 'reviewer'],
  'policy.read-internal': ['staff', 'reviewer', 'leader', 'auditor'],
  'notice.prepare': ['staff'],
  'notice.approve': ['reviewer'],
  'notice.stop': ['staff', 'reviewer'],
  'notice.see-receipts': ['staff', 'reviewer', 'secretary'],
  'notice.see-receipts-in-scope': ['leader'],
  'notice.settle-receipts': ['staff', 'secretary'],
  'signup.open': ['staff', 'secretary'],
  'signup.see': ['staff', 'secretary'],
  'drive.prepare': ['staff'],
  'drive.approve': ['reviewer'],
  'drive.stop': ['staff', 'reviewer'],
  'drive.see': ['staff', 'reviewer', 'auditor', 'leader'],
  'drive.disclose': ['staff'],
  'gift.pledge': ['anybody'],
  'gift.book': ['staff'],
  'roster.manage': ['staff'],
  'roster.vouch': ['secretary', 'staff'],
  'audit.read': ['auditor'],
  'channels.see': ['staff', 'auditor'],
  'visit.record': ['leader', 'staff'],
  'visit.see-in-scope': ['leader'],
  'visit.see-all': ['staff', 'auditor'],
  'visit.decide': ['staff'],
  'duty.set': ['staff'],
  'brief.make': ['leader', 'staff'],
  'circular.draft': ['staff'],
}

export const ACTS = Object.keys(TABLE) as readonly Act[]

/** Whether the role alone allows it. Scope (which company, whose approval) is the owner's rule. */
export function may(person: Pick<Person, 'roles'>, act: Act): boolean {
  return TABLE[act].some((holder) => holder === 'anybody' || person.roles.includes(holder))
}

/** Nobody approves what they prepared themselves, whatever roles they hold. */
export function mayApprove(person: Person, act: Act, preparedBy: string): boolean {
  return may(person, act) && person.code !== undefined && person.code !== preparedBy
}

/** A title longer than this stands before the name: 江远副县长, but 县委常委、统战部部长秦望舒. */
const SHORT_TITLE = 4

/** A person with their title, as one says it. */
export function withTitle({
  name,
  title,
}: {
  readonly name: string
  readonly title?: string | undefined
}): string {
  if (title === undefined) return name
  return [...title].length > SHORT_TITLE ? `${title}${name}` : `${name}${title}`
}
