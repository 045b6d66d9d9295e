import type { Chat } from '../../../support/chat.ts'
import type { Story, StoryStep } from './play.ts'

export interface Scene {
  readonly chat: Chat
  readonly story: Story
  /** Every story has people and a group of its own. */
  readonly place: number
  readonly photo: string
}

/** Something to be looked at, and since when: the letters before it belong to other stories. */
export interface Expected extends Scene {
  readonly line: string
  readonly since: { readonly letters: number; readonly at: Date }
}

export const personId = (place: number, letter: string, { people }: Story) =>
  people.get(letter)?.isStaff === true ? 'u-clerk' : `u-${place}-${letter}`
export const groupId = (place: number) => `g-${place}`

/** Says what the story says, and stops at everything that is to be looked at. */
export async function* tell(scene: Scene): AsyncGenerator<Expected> {
  const { chat, story } = scene
  const { clock } = chat.house
  // An hour of quiet, so that nobody is still being listened to.
  await chat.advanceTo(nextMorning(clock.now()).toISOString())
  const since = { letters: chat.all().length, at: clock.now() }
  const lines: { who: string; where: string; text: string; id: string }[] = []
  let quiet = 0
  for (const step of story.steps) {
    if (step.kind === 'expect') {
      await chat.settle()
      quiet = 0
      yield { ...scene, line: step.line, since }
    } else if (step.kind === 'wait') quiet += step.seconds
    else if (step.kind === 'until') {
      await chat.settle()
      await chat.advanceTo(later(clock.now(), step.days, step.time).toISOString())
    } else {
      quiet += 3
      await say(scene, step, lines, new Date(clock.now().getTime() + quiet * 1000))
      quiet = 0
    }
  }
  await chat.settle()
}

async function say(
  { chat, story, place, photo }: Scene,
  step: Extract<StoryStep, { kind: 'say' | 'withdraw' | 'edit' }>,
  lines: { who: string; where: string; text: string; id: string }[],
  at: Date,
): Promise<void> {
  await chat.advanceTo(at.toISOString())
  const person = personId(place, step.who, story)
  const name = story.people.get(step.who)?.name
  const speaker = step.where === '群' ? chat.in(groupId(place)).as(person, name) : chat.as(person, name)
  if (step.kind !== 'say') {
    const meant = lines.find((line) => line.who === step.who && line.text === step.text)
    if (meant === undefined) throw new Error(`Nobody said: ${step.text}`)
    if (step.kind === 'withdraw') speaker.withdraws(meant.id)
    else speaker.edits(meant.id, step.to)
    return
  }
  const quoted = step.quotes
  const answered = lines.filter((line) => line.where === '群' && line.who === quoted?.who)[
    (quoted?.nth ?? 0) - 1
  ]
  const attachments = Array.from({ length: step.photos }, (_, n) => ({
    kind: 'image',
    name: `photo-${n}.jpg`,
    path: photo,
  }))
  const replyTo = step.answersUs === true ? chat.last(person)?.id : answered?.id
  const id = speaker.says(step.text, {
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(replyTo === undefined ? {} : { replyTo }),
  })
  lines.push({ who: step.who, where: step.where, text: step.text, id })
}

const HOUR = 3_600_000
const dayOf = (at: Date) => new Date(at.getTime() + 8 * HOUR).toISOString().slice(0, 10)

function nextMorning(now: Date): Date {
  return later(new Date(now.getTime() + HOUR), 0, '09:00')
}

/** The next time that the clock in China shows this, after so many midnights. */
function later(now: Date, days: number, time: string): Date {
  const at = new Date(`${dayOf(new Date(now.getTime() + days * 24 * HOUR))}T${time}:00+08:00`)
  return at > now ? at : new Date(at.getTime() + 24 * HOUR)
}

/** Everybody of every story who is in the roster, with their companies. */
export function rosterOf(stories: readonly Story[]) {
  const members = stories.flatMap((story, place) =>
    [...story.people].flatMap(([letter, role]) =>
      role.company === undefined
        ? []
        : [
            {
              code: `p${place}${letter.codePointAt(0)}`,
              name: role.name,
              company: role.company,
              id: personId(place, letter, story),
            },
          ],
    ),
  )
  const companies = [...new Set(members.map(({ company }) => company))]
  const codeOf = (name: string) => `c${companies.indexOf(name)}`
  return {
    federation: { name: '云岭县工商业联合会' },
    chambers: [{ code: 'all', name: '云岭商会' }],
    companies: companies.map((name) => ({
      code: codeOf(name),
      name,
      aliases: [name.replace(/有限公司$/, '')],
      chamber: 'all',
    })),
    units: [{ code: 'finance', name: '金融办', categories: ['financing'] }],
    people: [
      ...members.map(({ code, name, company, id }) => ({
        code,
        name,
        roles: ['member'],
        company: codeOf(company),
        accounts: [{ platform: 'stdio', id }],
      })),
      { code: 'clerk', name: '宋敏', roles: ['staff'], accounts: [{ platform: 'stdio', id: 'u-clerk' }] },
      {
        code: 'other-clerk',
        name: '任洁',
        roles: ['staff'],
        accounts: [{ platform: 'stdio', id: 'u-other-clerk' }],
      },
    ],
    responsibilities: [],
    groups: stories.map((_, place) => ({
      code: groupId(place),
      platform: 'stdio',
      id: groupId(place),
      title: `商会${place}群`,
      audience: 'public',
    })),
  }
}
