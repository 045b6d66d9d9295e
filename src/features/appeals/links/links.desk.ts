import type { Answers, Desk, Performs } from '../../../conversation/desk.ts'
import type { Doing } from '../../../conversation/feature.ts'
import type { OrderEffect, Plan, PlanQuery } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import type { Fact } from '../../../kernel/requests.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { AppealsParts } from '../appeals-parts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { numberIn } from '../life/acting-on.ts'
import { lookUp } from '../look-up.ts'
import { numberMeant } from '../reading/number-meant.ts'
import { COMMAND_CHARACTERS, readingOf } from '../reading-of.ts'
import { needsCoarsening } from '../sealing/outward.ts'
import { findUnits } from '../staff/find-unit.ts'
import { planUnit } from '../staff/plan-dispatch.ts'
import { issueLink } from './issue-link.ts'
import { type LinkOrder, linkDialogue } from './link.dialogue.ts'
import { linkTexts as texts } from './links.texts.ts'
import { readLink } from './read-link.ts'

/** 单位网页: a link to pass on to a unit whose people nobody can write to. */
export function linksDesk(parts: AppealsParts): Desk {
  return {
    dialogues: [linkDialogue],
    recognise(said, listening) {
      const text = said.text.trim()
      if (text === '' || text.length > COMMAND_CHARACTERS || !may(listening.by.person, 'appeal.dispatch'))
        return []
      const asked = readLink(text, numberMeant(listening))
      return asked === undefined ? [] : [readingOf('appeals.link', 'command', 1, '发链接', ['链接'], asked)]
    },
    performs: {
      'appeals.link': ({ order }, doing) => giveLink(order, parts, doing),
    } satisfies Performs<OrderEffect<LinkOrder, 'appeals.link'>>,
    answers: {
      'appeals.link-plan': ({ order }, doing) => planLink(order, parts, doing),
    } satisfies Answers<PlanQuery<LinkOrder, 'appeals.link-plan'>>,
    hear: (fact, doing) => closePages(fact, parts, doing),
  }
}

interface Meant {
  readonly appeal: Appeal
  readonly unit: string
  readonly name: string
}

async function meant(
  { number, unitWords }: LinkOrder,
  { store, unitDoor }: AppealsParts,
  doing: Doing,
): Promise<Meant | Plan<LinkOrder>> {
  const refuse = (text: string): Plan<LinkOrder> => ({ kind: 'refused', text })
  if (!may(doing.by.person, 'appeal.dispatch')) return refuse(texts.notForYou())
  if (unitDoor === undefined) return refuse(texts.noPages())
  if (number === undefined) return refuse(appealsTexts.whichNumber('链接'))
  const found = await lookUp(number, store, doing)
  if (found.kind === 'last-year') return refuse(appealsTexts.lastYear(found.number))
  if (found.kind === 'none') return refuse(appealsTexts.noSuchNumber(spoken(number)))
  const appeal = await store.find(found.appeal.number, doing.work)
  if (
    appeal === undefined ||
    appeal.unit === null ||
    !HAS_PAGES.includes(appeal.status) ||
    needsCoarsening(appeal)
  )
    return refuse(texts.notWithUnit(found.appeal.number))
  const directory = await doing.directory()
  const codes = [appeal.unit, ...appeal.supporting]
  const named = findUnits(unitWords, directory).filter(({ code }) => codes.includes(code))
  const plans = await Promise.all(codes.map((code) => planUnit(code, doing)))
  const silent = plans.filter(({ told }) => told.length === 0)
  const unit =
    named.length === 1
      ? named[0]?.code
      : codes.length === 1
        ? appeal.unit
        : silent.length === 1
          ? silent[0]?.code
          : undefined
  if (unit === undefined)
    return {
      kind: 'asking',
      question: texts.whichUnit(
        appeal.number,
        plans.map(({ name }) => name),
      ),
    }
  return { appeal, unit, name: directory.units.get(unit)?.name ?? unit }
}

/** Where a unit has something to do, or may be asked to go on. */
const HAS_PAGES: readonly Appeal['status'][] = ['dispatched', 'inProgress', 'paused', 'resolved']

async function planLink(order: LinkOrder, parts: AppealsParts, doing: Doing): Promise<Plan<LinkOrder>> {
  const found = await meant(order, parts, doing)
  if ('kind' in found) return found
  const { appeal, unit, name } = found
  const open = (await parts.unitLinks.listOpen(appeal.number, doing.work)).find((one) => one.unit === unit)
  const preview =
    open === undefined
      ? texts.first(appeal.number, name)
      : texts.preview(appeal.number, name, open.openedAt !== null)
  return {
    kind: 'ready',
    order: { number: numberIn(appeal.number), unitWords: name },
    preview,
    number: shortNumber(appeal.number),
  }
}

async function giveLink(order: LinkOrder, parts: AppealsParts, doing: Doing): Promise<void> {
  const found = await meant(order, parts, doing)
  const say = (text: string) =>
    doing.post(`${doing.turnKey}:reply`, { to: doing.by.home, text, origin: 'automatic' })
  if ('kind' in found) return say(found.kind === 'refused' ? found.text : texts.noPages())
  const { appeal, unit, name } = found
  const given = await issueLink(unit, appeal, parts, doing)
  if (given?.kind !== 'new') return say(texts.noPages())
  const text = texts.issued(appeal.number, name, given.url)
  // Not kept once it is sent: a lost one is given anew.
  doing.post(`${doing.turnKey}:reply`, { to: doing.by.home, text, origin: 'automatic', passing: true })
}

/** What leaves the unit for good takes its pages along; another unit's dispatch closes the first one's itself. */
const LEAVES = ['withdraw', 'refer', 'merge', 'close']

async function closePages(fact: Fact, { store, unitLinks }: AppealsParts, doing: Doing): Promise<void> {
  if (fact.kind !== 'appealMoved') return
  if (LEAVES.includes(fact.act)) return unitLinks.close(fact.number, null, doing.work)
  if (fact.act !== 'sendBack') return
  // Those that help stay where they are.
  const helping = (await store.find(fact.number, doing.work))?.supporting ?? []
  for (const { unit } of await unitLinks.listOpen(fact.number, doing.work))
    if (!helping.includes(unit)) await unitLinks.close(fact.number, unit, doing.work)
}
