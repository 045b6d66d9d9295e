import type { Doing } from '../conversation/feature.ts'
import { may } from '../kernel/person.ts'
import { leavesWhen } from './leaving-text.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import { type Mailing, noLetters } from './mailing.ts'
import { MOST_TROUBLES } from './mailing-end.ts'
import { findingsOf } from './mailing-preview.ts'
import { nameOf, type Road, silentIn } from './mailing-road.ts'
import type { About, Standing } from './mailing-standing.ts'
import { chainOf } from './revision-recipients.ts'

/** The broadcast somebody asks about, as they may see it; undefined when there is none such. */
export async function standingOf(road: Road, query: About, doing: Doing): Promise<Standing | undefined> {
  const mailing = await findMailing(road, query, doing)
  if (mailing === undefined) return undefined
  const { work } = doing
  const { id, number, title, text, confirmation, state, files } = mailing
  const hasLeft = mailing.startedAt !== undefined
  const tally = hasLeft ? (await road.mailings.tallies([id], work)).get(id) : undefined
  const { groups, privately } = await road.mailings.placesOf(id, work)
  const titles = groups.length > 0 ? groups : mailing.chats.map((chat) => chat.title)
  const when = leavesWhen(mailing, doing)
  const silent = await silentIn(road, text, id, work)
  return {
    id,
    number,
    title,
    text,
    confirmation,
    state,
    by: await nameOf(doing, mailing.preparedBy),
    mine: mineOf(road, mailing, doing),
    groups: [
      mailing.revises === undefined
        ? texts.destinations(titles, privately, mailing.people)
        : texts.revises(mailing.revisesHow ?? 'correct', await reachedBy(road, mailing.revises, doing)),
      ...(mailing.because === undefined || mailing.revises !== undefined
        ? []
        : [texts.urgent(mailing.because)]),
    ].join('\n'),
    findings: texts.findings(findingsOf(text, await doing.directory(), mailing.allow, silent)),
    counts: tally === undefined ? '' : texts.counts({ ...noLetters, ...tally }),
    troubles:
      tally === undefined ? '' : texts.troubles(await road.mailings.listTroubles(id, MOST_TROUBLES, work)),
    files,
    ...(when === undefined ? {} : { when }),
  }
}

/** Chats that an earlier broadcast reached by now, itself or in a correction. */
async function reachedBy(road: Road, earlier: string, doing: Doing): Promise<number> {
  return (await road.mailings.listReached(await chainOf(road, earlier, doing), doing.work)).length
}

function findMailing(road: Road, query: About, doing: Doing): Promise<Mailing | undefined> {
  const { id, confirmation, number } = query
  if (id !== undefined) return road.mailings.find(id, doing.work)
  if (confirmation !== undefined)
    return road.mailings.findByConfirmation(road.owner, confirmation, doing.work)
  return road.mailings.findByNumber(road.owner, number, doing.work)
}

function mineOf(road: Road, mailing: Mailing, doing: Doing): Standing['mine'] {
  const { person } = doing.by
  if (person.code !== undefined && person.code === mailing.preparedBy) return 'own'
  return may(person, road.acts.approve) ? 'may' : 'no'
}
