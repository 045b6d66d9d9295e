import type { Doing } from '../conversation/feature.ts'
import { hold } from './hold-mailing.ts'
import { type Mailing, noLetters, type RevisionKind } from './mailing.ts'
import { findingsOf, LONGEST_TEXT, type MailingPreview, stopsIn } from './mailing-preview.ts'
import { type Road, silentIn } from './mailing-road.ts'
import { chainOf } from './revision-recipients.ts'
import { type AboutMailing, putOnTheRoad } from './submit-mailing.ts'

/** What a correction or withdrawal would come to now; plain data, for a dialogue to keep. */
export interface RevisionPreview {
  readonly of: string
  readonly how: RevisionKind
  readonly number: number
  readonly title: string
  /** As everybody will read it, in place of the old letter or anew. */
  readonly text: string
  /** Chats where it arrived or may have; of them, those where the old letter is replaced. */
  readonly reached: number
  readonly replaced: number
  /** Whose turn had not come: a correction goes to them too, after a withdrawal they get nothing. */
  readonly notYet: number
  /** A second person agreed to the original, so one has to agree to this. */
  readonly needsApproval: boolean
  readonly findings: MailingPreview['findings']
  readonly stops: boolean
  readonly isTooLong: boolean
}

/** Undefined where there is no such broadcast or nothing of it left: then it is stopped, or changed in its draft. */
export async function previewRevision(
  road: Road,
  of: string,
  how: RevisionKind,
  text: string,
  doing: Doing,
): Promise<RevisionPreview | undefined> {
  const { work } = doing
  const original = await road.mailings.find(of, work)
  if (original?.startedAt === undefined) return undefined
  const reached = await road.mailings.listReached(await chainOf(road, of, doing), work)
  const tally = (await road.mailings.tallies([of], work)).get(of) ?? noLetters
  const directory = await doing.directory()
  const silent = await silentIn(road, text, of, work)
  const isReplaced = ({ letter, recipient }: (typeof reached)[number]) =>
    letter !== undefined && road.capabilitiesOf(recipient.chat.platform)?.edit === true
  const { number, title, decidedBy, allow } = original
  return {
    of,
    how,
    number,
    title,
    text,
    reached: reached.length,
    replaced: reached.filter(isReplaced).length,
    notYet: original.settledAt === undefined ? tally.waiting : 0,
    needsApproval: decidedBy !== undefined,
    findings: findingsOf(text, directory, allow, silent),
    stops: stopsIn(text, directory, allow, silent) || text.length > LONGEST_TEXT,
    isTooLong: text.length > LONGEST_TEXT,
  }
}

/**
 * Puts a correction or withdrawal on the road, as a broadcast of its own. The original is held at once, so that the
 * mistake goes no further while somebody is asked; whom it goes to is settled when it leaves.
 */
export async function reviseMailing(
  road: Road,
  of: string,
  how: RevisionKind,
  text: string,
  about: AboutMailing,
  doing: Doing,
): Promise<Mailing | undefined> {
  const preview = await previewRevision(road, of, how, text, doing)
  const original = await road.mailings.find(of, doing.work)
  if (preview === undefined || original === undefined || preview.stops) return undefined
  if (original.state === 'sending') await hold(road, original, doing)
  const { allow, topic, audience, people, files, choices } = original
  const { id, number, title, confirmation, preparedBy, always } = about
  const mailing: Mailing = {
    id,
    version: 1,
    owner: road.owner,
    number,
    title,
    text,
    allow,
    topic,
    // A corrected notice is still answered; whoever gets it only now gets what goes with it (send-off.ts).
    files: how === 'correct' ? files : [],
    choices: how === 'correct' ? choices : [],
    audience,
    chats: [],
    people,
    state: 'awaitingApproval',
    confirmation,
    preparedBy,
    preparedAt: doing.work.at,
    revises: of,
    revisesHow: how,
    because: how === 'correct' ? 'correction' : 'withdrawal',
    owed: 0,
  }
  return putOnTheRoad(road, mailing, preview.needsApproval || always === true, doing)
}
