import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Chain, chainId, type Entry } from '../../src/features/signups/chain.ts'
import { hearWords, intoList, type List } from '../../src/features/signups/keeping/hear-words.ts'
import { circleIn, posterOf } from '../../src/features/signups/keeping/roster-circle.ts'
import { titleOf } from '../../src/features/signups/reading/read-heading.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import type { Directory } from '../../src/kernel/directory.ts'
import type { Person } from '../../src/kernel/person.ts'
import type { ChainCase, Expected } from './read-cases.ts'

export interface Verdict {
  readonly kind: 'right' | 'left' | 'wrong'
  readonly words: string
}

const AT = new Date('2026-03-02T09:00:00+08:00')
const CHAT: Chat = { platform: 'stdio', account: 'stdio', kind: 'group', chatId: 'g-hardware' }

export const DIRECTORY = readDirectory()

function readDirectory(): Directory {
  const roster = JSON.parse(readFileSync(join(import.meta.dirname, 'roster.json'), 'utf8'))
  const byCode = <T extends { readonly code: string }>(rows: readonly T[]) =>
    new Map(rows.map((row) => [row.code, row]))
  return {
    version: 1,
    federation: roster.federation.name,
    chambers: byCode(roster.chambers),
    companies: byCode(roster.companies.map((one: object) => ({ tags: [], ...one }))),
    units: new Map(),
    people: byCode(roster.people),
    groups: byCode(
      roster.groups.map((one: { id: string }) => ({ account: 'stdio', chatId: one.id, ...one })),
    ),
    responsibilities: [],
  }
}

const speaker = (by: string): Person => DIRECTORY.people.get(by) ?? { code: undefined, name: by, roles: [] }

const emptyChain = (number: number, heading: string): Chain => ({
  id: chainId(number),
  version: 1,
  number,
  title: titleOf(heading),
  heading,
  chat: CHAT,
  chatKey: 'chat',
  state: 'open',
  told: [],
  postings: [],
  startedAt: AT,
  changedAt: AT,
})

/** The entries that are kept once everything was said, a minute between each. */
export function entriesOf(one: ChainCase): readonly Entry[] {
  const circle = circleIn(DIRECTORY, CHAT)
  const lists: List[] = []
  for (const [n, { by, text }] of one.said.entries()) {
    const at = new Date(AT.getTime() + n * 60_000)
    const words = {
      text,
      by: posterOf(speaker(by), CHAT, DIRECTORY, circle),
      message: `m-${n}`,
      at,
      isTold: false,
    }
    let heard = hearWords(lists, words, circle)
    if (heard.kind === 'starts') {
      const list: List = { chain: emptyChain(lists.length + 1, heard.posting.heading), entries: [] }
      lists.unshift(list)
      heard = intoList(list, heard.posting, words, circle)
    }
    if (heard.kind !== 'changes') continue
    const { chain, entries } = heard.list
    const place = lists.findIndex((list) => list.chain.id === chain.id)
    lists[place] = { chain: { ...chain, changedAt: at }, entries }
  }
  return lists.flatMap(({ entries }) => entries)
}

const bare = (text: string) => text.replace(/[\s\p{P}]/gu, '')

const isAbout = ({ who }: Expected, { person, company, shown }: Entry) =>
  person === who || (person === undefined && who === `~${company}`) || bare(shown).startsWith(bare(who))

/** A verdict for every entry that was expected and every one that was not. */
export function judgeCase(one: ChainCase): readonly Verdict[] {
  const left = [...entriesOf(one)]
  const verdicts = one.expected.map((expected): Verdict => {
    const place = left.findIndex((entry) => isAbout(expected, entry))
    const [entry] = place === -1 ? [] : left.splice(place, 1)
    const words = `${expected.state} ${expected.who} ${expected.heads}; kept ${shown(entry)}`
    if (entry === undefined) return { kind: 'wrong', words }
    if (entry.doubt !== undefined) return { kind: 'left', words }
    const isRight =
      entry.state === expected.state &&
      (entry.state === 'withdrawn' || entry.heads === expected.heads) &&
      (DIRECTORY.people.has(expected.who) || entry.person === undefined)
    return { kind: isRight ? 'right' : 'wrong', words }
  })
  return [
    ...verdicts,
    ...left.map((entry): Verdict => ({ kind: 'wrong', words: `nothing; kept ${shown(entry)}` })),
  ]
}

const shown = (entry: Entry | undefined) =>
  entry === undefined
    ? 'nothing'
    : `“${entry.shown}” ${entry.person ?? `~${entry.company}`} ${entry.heads} ${entry.state} ${entry.doubt ?? ''}`
