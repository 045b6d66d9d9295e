import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareDemonstration } from '../../src/commands/demonstration.ts'
import { corridorTexts } from '../../src/conversation/corridor.texts.ts'
import { helpTexts } from '../../src/features/help/help.texts.ts'
import { ROLES } from '../../src/kernel/person.ts'
import { type Chat, openChat } from '../support/chat.ts'

interface Roster {
  readonly people: readonly { readonly code: string; readonly roles: readonly string[] }[]
}
const ROSTER: Roster = JSON.parse(readFileSync('demo/roster.json', 'utf8'))
/** The demonstration's people, spoken to by the line protocol. */
const reachable = {
  ...ROSTER,
  people: ROSTER.people.map((person) => ({
    ...person,
    accounts: [{ platform: 'stdio', id: `u-${person.code}` }],
  })),
}

let chat: Chat
beforeAll(async () => {
  chat = await openChat({ roster: reachable })
  await prepareDemonstration(chat.house)
})
afterAll(() => chat.close())

/** Every line in quotation marks that the help says may be typed. */
const examplesFor = (role: (typeof ROLES)[number] | undefined) =>
  [
    ...helpTexts.abilities('青禾县工商业联合会', role === undefined ? [] : [role]).matchAll(/“([^”]+)”/gu),
  ].map(([, example]) => example ?? '')

async function answerTo(person: string, words: string): Promise<string> {
  chat.news()
  chat.as(person).says(words)
  await chat.settle()
  const answers = chat.news().filter(({ to }) => to.id === person)
  // What it began is not to be in the way of the next example.
  chat.as(person).says('取消')
  await chat.settle()
  return answers.map(({ text }) => text).join('\n')
}

it('a company of the demonstration is told what it may apply for, as the first page promises', async () => {
  expect(await answerTo('u-luo', '我能申请哪些政策')).toContain('《青禾县企业研发费用补助办法》')
})

const NOT_UNDERSTOOD = corridorTexts.notUnderstood().slice(0, 8)
const REFUSED = /由工商联工作人员操作|只对.{2,20}开放/u

const speakers = [
  ...ROLES.map((role) => [role, ROSTER.people.find(({ roles }) => roles.includes(role))?.code] as const),
  [undefined, 'stranger'] as const,
].filter(([, code]) => code !== undefined)

describe.each(speakers)('what the help offers to a %s', (role, code) => {
  it.each(examplesFor(role))('works when it is typed: %s', async (example) => {
    const answer = await answerTo(`u-${code}`, example)
    expect(answer).not.toBe('')
    expect(answer).not.toContain(NOT_UNDERSTOOD)
    expect(answer).not.toMatch(REFUSED)
  })
})
