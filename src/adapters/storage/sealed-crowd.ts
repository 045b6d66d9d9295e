/** Sealed matters as conditions on `a`: which could be of several firms, by their chamber and the leader of their filing. */
import type { Circle, Circles } from '../../kernel/sealed-circles.ts'
import { Prisma } from './generated/client.ts'

type Sql = Prisma.Sql

const isAmong = (circles: readonly Circle[]): Sql =>
  circles.length === 0
    ? Prisma.sql`FALSE`
    : Prisma.sql`(coalesce(a."chamber", ''), coalesce(a."leader", '')) IN (SELECT * FROM unnest(
        ${circles.map(({ chamber }) => chamber)}::text[], ${circles.map(({ leader }) => leader)}::text[]))`

/** Sealed ones, as `a`, of firms that this leader has for their own. */
export const ofOwnFirms = (leader: string, { own }: Circles): Sql =>
  Prisma.sql`(a."sealed" AND a."leader" = ${leader}
    AND ${isAmong(own.filter((one) => one.leader === leader && one.hides))})`

/** The same of any leader's. */
export const ofAnyOwnFirms = ({ own }: Circles): Sql =>
  Prisma.sql`(a."sealed" AND ${isAmong(own.filter(({ hides }) => hides))})`

/** Sealed ones, as `a`, of firms of these chambers that nobody has for their own. */
export function ofRest(chambers: readonly string[], { own, rest }: Circles): Sql {
  const hiding = chambers.filter((chamber) => rest.includes(chamber))
  if (hiding.length === 0) return Prisma.sql`FALSE`
  return Prisma.sql`(a."sealed" AND a."chamber" = ANY(${hiding}::text[])
    AND NOT ${isAmong(own.filter(({ chamber }) => hiding.includes(chamber)))})`
}

/** Sealed ones, as `a`, that may be told apart by chamber or leader, here of these chambers. */
export function isHidden(chambers: readonly string[], circles: Circles): Sql {
  const own = circles.own.filter(({ chamber, hides }) => hides && chambers.includes(chamber))
  return Prisma.sql`(${isAmong(own)} OR ${ofRest(chambers, circles)})`
}
