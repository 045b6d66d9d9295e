import type { Doing } from '../conversation/feature.ts'
import { fitLetter } from '../conversation/fit.ts'
import { reachOf } from '../kernel/audience.ts'
import { chatKey } from '../kernel/chat.ts'
import { departureOf } from './departure.ts'
import { MailingOrder } from './mailing-order.ts'
import { type ChannelPreview, type MailingPreview, previewOf } from './mailing-preview.ts'
import { type Road, type RoadParts, silentIn } from './mailing-road.ts'
import { type Route, type Routes, routesOf } from './routes.ts'
import type { Refusable } from './topics.ts'

/** An order as it would go out if it were submitted now. */
export interface MailingPlan {
  readonly order: MailingOrder
  /** All that somebody has to see; plain data, for a dialogue to keep. The rest is too much to keep. */
  readonly preview: MailingPreview
  /** Everybody meant, reachable or not. */
  readonly people: readonly string[]
  readonly routes: Routes
}

/**
 * What would become of an order now: two statements, however many people are meant. A desk answers with `preview`;
 * on the yes the plan is made again from the same order, with the groups that were seen in `onlyGroups`.
 */
export async function planMailing(road: Road, given: MailingOrder, doing: Doing): Promise<MailingPlan> {
  const { work } = doing
  const order = MailingOrder.parse(given)
  const directory = await doing.directory()
  const meant = reachOf(directory, order.audience)
  const seen = order.onlyGroups
  const reach =
    seen === undefined ? meant : { ...meant, groups: meant.groups.filter(({ code }) => seen.includes(code)) }
  const refusables: readonly Refusable[] = [
    order.topic,
    ...(order.drive === undefined ? [] : [`drive:${order.drive}` as const]),
  ]
  const byGroups = routesOf({ directory, reach })
  const alone = byGroups.without
  const [ways, refusing] = await Promise.all([
    doing.reachAll(alone),
    alone.length === 0 ? new Set<string>() : road.refusals.listRefusing(refusables, work),
    road.workdays.refresh(work),
  ])
  const all = alone.length === 0 ? byGroups : routesOf({ directory, reach, ways, refusing })
  const routes = withoutChats(all, new Set(order.exceptChats ?? []))
  const { quietHours, workdays } = road
  const departure = departureOf(order.leaves, order.because, work.at, {
    quietHours,
    calendar: workdays.calendar,
  })
  const { text, audience, allow, files, because } = order
  const preview = previewOf({
    text,
    audience,
    directory,
    preparedBy: doing.by.person.code,
    allow,
    files,
    silent: await silentIn(road, text, order.drive === undefined ? undefined : `drive:${order.drive}`, work),
    reach,
    routes,
  })
  return {
    order,
    people: meant.people,
    routes,
    preview: {
      ...preview,
      channels: channelsOf(road, order, routes),
      leavesAt: departure.at?.toISOString() ?? null,
      waits: departure.waits,
      ...(because === undefined ? {} : { because }),
    },
  }
}

/** Chats that are not to be written to now, with whoever only reads there. */
function withoutChats(routes: Routes, except: ReadonlySet<string>): Routes {
  if (except.size === 0) return routes
  const stays = ({ chat }: Route) => !except.has(chatKey(chat))
  const groups = routes.groups.filter(stays)
  const alone = routes.private.filter(stays)
  const seated = new Set<string>()
  const twice = new Set<string>()
  for (const code of groups.flatMap(({ people }) => people)) (seated.has(code) ? twice : seated).add(code)
  const homes = new Set(alone.flatMap(({ people }) => people))
  return {
    ...routes,
    groups,
    private: alone,
    inGroups: routes.inGroups.filter((code) => seated.has(code)),
    inSeveral: routes.inSeveral.filter((code) => twice.has(code)),
    privately: routes.privately.filter((code) => homes.has(code)),
    severalWays: routes.severalWays.filter((code) => homes.has(code)),
  }
}

/** The messages as each platform will show them; a long text in pieces, a list where there are no buttons. */
export function channelsOf(
  { capabilitiesOf }: Pick<RoadParts, 'capabilitiesOf'>,
  { text, files = [], choices = [] }: Pick<MailingOrder, 'text' | 'files' | 'choices'>,
  routes: Pick<Routes, 'groups' | 'private'>,
): ChannelPreview[] {
  const all: readonly Route[] = [...routes.groups, ...routes.private]
  const kinds = Map.groupBy(all, ({ chat }) => `${chat.platform}:${chat.kind}`)
  return [...kinds.values()].map((some) => {
    const { chat } = some[0] as Route
    const pieces = fitLetter(
      {
        to: chat,
        text,
        origin: 'approved',
        ...(files.length === 0 ? {} : { files }),
        ...(choices.length === 0 ? {} : { choices }),
      },
      capabilitiesOf(chat.platform),
    )
    return {
      platform: chat.platform,
      kind: chat.kind,
      chats: some.length,
      messages: pieces.map((piece) =>
        [piece.text, ...(piece.files ?? []).map(({ name }) => `〔${name}〕`)]
          .filter((one) => one !== '')
          .join('\n'),
      ),
      buttons: pieces.some((piece) => (piece.choices ?? []).length > 0),
    }
  })
}
