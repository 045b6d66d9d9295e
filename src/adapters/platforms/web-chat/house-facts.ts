import type { Directory, RosterPerson } from '../../../kernel/directory.ts'
import { groupsOf, type Persona, SECTIONS, sectionOf } from './personas.ts'
import { webChatTexts } from './web-chat.texts.ts'

export interface HouseParts {
  readonly botNames: readonly string[]
  readonly demonstration: boolean
}

/** All that the page has to know before anything is said: who one can be, and for one persona, which groups. */
export function houseFacts(directory: Directory, parts: HouseParts, viewer: Persona | undefined) {
  const sections = SECTIONS.toReversed().map((role) => ({
    title: webChatTexts.section[role],
    people: [...directory.people.values()]
      .filter((person) => sectionOf(person) === role)
      .map((person) => ({ id: person.code, name: person.name, note: noteOn(directory, person) })),
  }))
  return {
    federation: directory.federation,
    botNames: parts.botNames,
    demonstration: parts.demonstration,
    sections: sections.filter(({ people }) => people.length > 0),
    viewer:
      viewer === undefined
        ? null
        : {
            id: viewer.id,
            name: viewer.name,
            note: viewer.person === undefined ? webChatTexts.strangerNote : noteOn(directory, viewer.person),
            groups: groupsOf(directory, viewer).map(({ chatId, title, audience }) => ({
              id: chatId,
              title,
              audience: webChatTexts.audience[audience],
            })),
          },
  }
}

/** Title and where somebody belongs, in one line. */
function noteOn(directory: Directory, person: RosterPerson): string {
  const company = person.company === undefined ? undefined : directory.companies.get(person.company)?.name
  const unit = person.unit === undefined ? undefined : directory.units.get(person.unit)?.name
  const chamber = person.chamber === undefined ? undefined : directory.chambers.get(person.chamber)?.name
  // Somebody of a company who is nothing but a member is told by the company.
  const isJustMember = company !== undefined && person.roles.every((role) => role === 'member')
  const roles = isJustMember ? '' : person.roles.map((role) => webChatTexts.role[role]).join('、')
  return [company ?? unit ?? chamber, person.title ?? roles]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}
