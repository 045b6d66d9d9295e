/** What is not theirs is refused by the roster alone, so that it sounds the same whether there is anything or not. */
import { dayOf } from '../../../kernel/clock.ts'
import { type Directory, responsibleLeader } from '../../../kernel/directory.ts'
import type { Person } from '../../../kernel/person.ts'
import { NOWHERE, type Question, type Where } from '../asking/question.ts'
import type { Reach } from '../oversight.store.ts'
import { refusalTexts as texts } from './refusal.texts.ts'

/** The refusal where a place that is named is somebody else's. */
export function refusedPlace(
  question: Question,
  reach: Reach,
  person: Person,
  directory: Directory,
  at: Date,
): string | undefined {
  if (reach.kind !== 'scope') return undefined
  for (const where of placesOf(question)) {
    const refused = refusal(where, reach, person, directory, at)
    if (refused !== undefined) return refused
  }
  return undefined
}

type Places = Pick<Where, 'company' | 'chamber' | 'leader'>

/** Also those that are only compared: a nought for somebody else's firm would be a false figure. */
function placesOf(question: Question): readonly Places[] {
  const { company, chamber, leader } = 'where' in question ? question.where : NOWHERE
  const named: Places[] = [{ company, chamber, leader }]
  if (question.kind !== 'ranking') return named
  const { by, among } = question
  if (by !== 'company' && by !== 'chamber' && by !== 'leader') return named
  return [...named, ...among.map((code) => ({ company: null, chamber: null, leader: null, [by]: code }))]
}

function refusal(
  { company, chamber, leader }: Places,
  reach: Extract<Reach, { kind: 'scope' }>,
  person: Person,
  directory: Directory,
  at: Date,
): string | undefined {
  const nameOf = (code: string) =>
    directory.companies.get(code)?.name ?? directory.chambers.get(code)?.name ?? code
  if (company !== null && !reach.companies.has(company))
    return texts.outside(nameOf(company), leaderFor(company, at, directory))
  if (leader !== null && leader !== person.code) {
    const other = directory.people.get(leader)
    return texts.othersLeader(`${other?.title ?? ''}${other?.name ?? leader}`)
  }
  if (chamber === null || reach.chambers.has(chamber)) return undefined
  const hasMember = [...reach.companies].some((code) => directory.companies.get(code)?.chamber === chamber)
  return hasMember ? undefined : texts.outside(nameOf(chamber), undefined)
}

/** Who may be asked about a firm: by the roster, never by the ledger. */
function leaderFor(company: string, at: Date, directory: Directory): string | undefined {
  const code = responsibleLeader(directory, company, dayOf(at))
  const leader = code === undefined ? undefined : directory.people.get(code)
  return leader === undefined ? undefined : `${leader.title ?? ''}${leader.name}`
}
