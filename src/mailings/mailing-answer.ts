import type { Doing } from '../conversation/feature.ts'
import { may } from '../kernel/person.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import { type Mailing, noLetters } from './mailing.ts'
import { findingsOf } from './mailing-preview.ts'
import { nameOf, type Road } from './mailing-road.ts'
import type { About, Standing } from './mailing-standing.ts'

/** The broadcast somebody asks about, as they may see it; undefined when there is none such. */
export async function standingOf(road: Road, query: About, doing: Doing): Promise<Standing | undefined> {
  const mailing = await findMailing(road, query, doing)
  if (mailing === undefined) return undefined
  const { id, number, title, text, confirmation, state } = mailing
  const tally = (await road.mailings.tallies([id], doing.work)).get(id)
  return {
    id,
    number,
    title,
    text,
    confirmation,
    state,
    by: await nameOf(doing, mailing.preparedBy),
    mine: mineOf(road, mailing, doing),
    groups: texts.groups(
      mailing.chats.map((chat) => chat.title),
      mailing.people,
    ),
    findings: texts.findings(findingsOf(text, await doing.directory(), mailing.allow)),
    counts: tally === undefined ? '' : texts.counts({ ...noLetters, ...tally }),
    troubles: tally === undefined ? '' : texts.troubles(await road.mailings.listLetters(id, doing.work)),
  }
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
