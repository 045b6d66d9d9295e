import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { findChain } from '../asks/find-chain.ts'
import { type Chain, type Entry, tallyOf } from '../chain.ts'
import { settled, shownWith } from '../keeping/draft-list.ts'
import type { List } from '../keeping/hear-words.ts'
import { keepList } from '../keeping/keep-list.ts'
import { circleIn, isKeeperOf } from '../keeping/roster-circle.ts'
import type { SignupsParts } from '../keeping/signups-parts.ts'
import { whoIsNamed } from '../reading/who.ts'
import { signupsTexts } from '../signups.texts.ts'
import type { ChangeOrder } from './change-order.ts'
import { orderTexts as texts } from './orders.texts.ts'

type Planned = Plan<ChangeOrder>
const refused = (text: string): Planned => ({ kind: 'refused', text })

const limitsAfter = (chain: Chain, { places, perCompany }: ChangeOrder) => ({
  places: places === undefined ? chain.places : places === 0 ? undefined : places,
  perCompany: perCompany === undefined ? (places === 0 ? undefined : chain.perCompany) : perCompany,
})

export async function planChange(order: ChangeOrder, parts: SignupsParts, doing: Doing): Promise<Planned> {
  const found = await findChain(order.number ?? undefined, parts, doing)
  if (found.kind === 'none')
    return refused(order.number === null ? signupsTexts.none() : signupsTexts.noSuch(order.number))
  if (found.kind === 'several') return refused(signupsTexts.which(found.chains))
  const { list } = found
  const { chain, entries } = list
  const directory = await doing.directory()
  if (!isKeeperOf(doing.by.person, chain.chat, directory) && chain.startedBy !== doing.by.person.code)
    return refused(signupsTexts.notKeeper())
  const sum = tallyOf(chain, entries)
  const ready = (preview: string, more: Partial<ChangeOrder> = {}): Planned => ({
    kind: 'ready',
    order: { ...order, ...more, number: chain.number },
    preview,
  })
  switch (order.act) {
    case 'close':
      return chain.state === 'closed' ? refused(texts.isClosed(chain)) : ready(texts.closePreview(chain, sum))
    case 'reopen':
      return chain.state === 'open' ? refused(texts.isOpen(chain)) : ready(texts.reopenPreview(chain))
    case 'limits': {
      const { places, perCompany } = limitsAfter(chain, order)
      return ready(texts.limitsPreview(chain, places, perCompany, sum))
    }
    case 'settle': {
      const entry = entries.find(({ n }) => n === order.n)
      if (entry === undefined) return refused(texts.noEntry(chain, order.n ?? 0))
      if (order.who === undefined)
        return ready(texts.settlePreview(chain, entry, order.how, order.heads ?? entry.heads, undefined))
      const named = whoIsNamed(order.who, '', circleIn(directory, doing.by.home))
      const [only] = named
      if (named.length > 1 || only?.isUnsure === true) return refused(texts.several(order.who))
      const person = directory.people.get(only?.person ?? '')
      if (person === undefined) return refused(texts.nobody(order.who))
      const twin = entries.find(
        (one) => one.person === person.code && one.id !== entry.id && one.state !== 'withdrawn',
      )
      if (twin !== undefined) return refused(texts.twice(person.name, twin.n))
      return ready(texts.settlePreview(chain, entry, order.how, entry.heads, person.name), {
        person: person.code,
      })
    }
  }
}

/** What was read back, as it stands now. */
export async function changeList(order: ChangeOrder, parts: SignupsParts, doing: Doing): Promise<void> {
  const plan = await planChange(order, parts, doing)
  const tell = (text: string) =>
    doing.post(`${doing.turnKey}:signups`, { to: doing.by.home, text, origin: 'automatic' })
  if (plan.kind !== 'ready') return tell(plan.kind === 'refused' ? plan.text : plan.question)
  const found = await findChain(plan.order.number ?? undefined, parts, doing)
  if (found.kind !== 'one') return tell(signupsTexts.none())
  const { chain, entries } = found.list
  const directory = await doing.directory()
  const companyOf = (code: string) => directory.people.get(code)?.company
  const list = changed(found.list, plan.order, doing, companyOf)
  const kept = await keepList(list, entries, [], parts, doing)
  const sum = tallyOf(kept.chain, kept.entries)
  doing.audit(`signups.${order.act}`, chain.id, order.n === undefined ? {} : { row: order.n })
  if (order.act === 'close' && chain.chat.kind === 'group')
    doing.post(`${chain.id}:closed:${kept.chain.version}`, {
      to: chain.chat,
      text: texts.closedInGroup(chain, sum),
      origin: 'approved',
    })
  tell(texts.changed(kept.chain, sum))
}

function changed(
  { chain, entries }: List,
  order: ChangeOrder,
  doing: Doing,
  companyOf: (person: string) => string | undefined,
): List {
  const { closesAt: _closes, ...open } = chain
  switch (order.act) {
    case 'close':
      return { chain: { ...chain, state: 'closed' }, entries }
    case 'reopen':
      return { chain: { ...open, state: 'open' }, entries }
    case 'limits': {
      const { places: _places, perCompany: _perCompany, ...unlimited } = chain
      const { places, perCompany } = limitsAfter(chain, order)
      return {
        chain: {
          ...unlimited,
          ...(places === undefined ? {} : { places }),
          ...(perCompany === undefined ? {} : { perCompany }),
        },
        entries,
      }
    }
    case 'settle':
      return {
        chain,
        entries: entries.map((entry) =>
          entry.n === order.n ? settle(entry, order, doing, companyOf) : entry,
        ),
      }
  }
}

function settle(
  entry: Entry,
  { how, heads = entry.heads, person }: ChangeOrder,
  { work }: Doing,
  companyOf: (person: string) => string | undefined,
): Entry {
  const company = person === undefined ? entry.company : companyOf(person)
  return {
    ...settled(entry),
    state: how === 'out' ? 'withdrawn' : 'in',
    heads,
    seated: how === 'out' ? 0 : Math.min(entry.seated, heads),
    shown: heads === entry.heads ? entry.shown : shownWith(entry.shown, heads),
    ...(person === undefined ? {} : { person }),
    ...(company === undefined ? {} : { company }),
    changedAt: work.at,
  }
}
