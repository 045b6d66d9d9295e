import { peopleInGroup } from '../../../kernel/audience.ts'
import type { Chat } from '../../../kernel/chat.ts'
import type { Directory, Group } from '../../../kernel/directory.ts'
import type { Person } from '../../../kernel/person.ts'
import { type Circle, circleOf } from '../reading/circle.ts'
import { whoShows } from '../reading/who.ts'
import type { Poster } from './poster.ts'

/** Made once for a roster and a group: a chain is copied often. */
const circles = new WeakMap<Directory, Map<string, Circle>>()

export function groupOf(directory: Directory, { platform, chatId }: Chat): Group | undefined {
  return [...directory.groups.values()].find(
    (group) => group.platform === platform && group.chatId === chatId,
  )
}

/** Who may be meant in this chat. Of a group that the roster does not know, and in private: every member. */
export function circleIn(directory: Directory, chat: Chat): Circle {
  const group = chat.kind === 'group' ? groupOf(directory, chat) : undefined
  const made = circles.get(directory) ?? new Map<string, Circle>()
  circles.set(directory, made)
  const key = group?.code ?? ''
  const there = made.get(key)
  if (there !== undefined) return there
  const members = [...directory.people.values()].filter(
    ({ company, chamber }) => company !== undefined || chamber !== undefined,
  )
  const circle = circleOf(directory, group === undefined ? members : peopleInGroup(directory, group))
  made.set(key, circle)
  return circle
}

/** Staff keep every list, a secretary those of their chamber's groups. */
export function isKeeperOf(person: Person, chat: Chat, directory: Directory): boolean {
  if (person.roles.includes('staff')) return true
  if (!person.roles.includes('secretary') || person.chamber === undefined) return false
  return groupOf(directory, chat)?.chamber === person.chamber
}

export function posterOf(person: Person, chat: Chat, directory: Directory, circle: Circle): Poster {
  const known = person.code === undefined ? whoShows(person.name, circle) : directory.people.get(person.code)
  return {
    key: known?.code ?? person.name,
    name: known?.name ?? person.name,
    ...(known === undefined ? {} : { person: known }),
    isKeeper: isKeeperOf(person, chat, directory),
  }
}
