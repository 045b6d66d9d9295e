/** The list of questions that wait, as staff and reviewers read it, and one of them whole. */

import type { Doing } from '../../../conversation/feature.ts'
import { may } from '../../../kernel/person.ts'
import { audienceInWords, officeTexts as texts } from './office.texts.ts'
import { officeListTexts } from './office-list.texts.ts'
import type { OfficeList } from './unanswered.effects.ts'
import type { DeskParts } from './unanswered-parts.ts'

const PAGE_SIZE = 10
/** Of one question, how many doubts are shown. */
const MOST_DOUBTS = 3

export async function listOffice(wanted: OfficeList, parts: DeskParts, doing: Doing): Promise<string> {
  const { by, work } = doing
  if (!may(by.person, 'policy.manage') && !may(by.person, 'policy.review')) return texts.notForYou()
  if ('number' in wanted) return showOne(wanted.number, parts, doing)
  const { list, page } = wanted
  const isWaiting = list === 'waiting'
  const { total, questions } = await parts.unanswered.list(
    isWaiting ? ['open', 'drafted'] : ['answered'],
    (page - 1) * PAGE_SIZE,
    PAGE_SIZE,
    work,
  )
  const people = await parts.askings.countPeople(
    questions.map(({ number }) => number),
    work,
  )
  const listed = questions.map((question) => ({ question, people: people.get(question.number) ?? 0 }))
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  return (isWaiting ? officeListTexts.waiting : officeListTexts.answeredList)(listed, total, page, pages)
}

async function showOne(number: string, parts: DeskParts, { work, directory }: Doing): Promise<string> {
  const question = await parts.unanswered.find(number, work)
  if (question === undefined) return texts.noSuch(number)
  const askings = await parts.askings.listOf(number, work)
  const people = (await parts.askings.countPeople([number], work)).get(number) ?? 0
  const { chambers, people: roster } = await directory()
  const nameOf = (code: string | null) => (code === null ? null : (roster.get(code)?.name ?? code))
  return officeListTexts.shown({
    question,
    people,
    audience: audienceInWords(question.audience, (code) => chambers.get(code)?.name ?? code),
    answeredBy: nameOf(question.answeredBy),
    reviewedBy: nameOf(question.reviewedBy),
    wrong: askings.filter(({ feedback }) => feedback === 'wrong').slice(-MOST_DOUBTS),
  })
}
