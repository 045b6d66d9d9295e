import type { Doing } from '../../../../conversation/feature.ts'
import type { Plan } from '../../../../conversation/previewed-order.ts'
import { may } from '../../../../kernel/person.ts'
import { donationsTexts } from '../../donations.texts.ts'
import type { Drive } from '../../drive.ts'
import { openDrives } from '../../drives/open-drives.ts'
import type { Consent, Donor, Given } from '../gift.ts'
import type { PledgeOrder } from '../gifts.orders.ts'
import type { GiftsParts } from '../gifts-parts.ts'
import { donorWritten } from '../reading/read-donor.ts'
import { readDriveNumber } from '../reading/read-entry.ts'
import { draftOf, missingOf, type PledgeDraft, type Pledging } from './draft-pledge.ts'
import { pledgingTexts as texts } from './pledging.texts.ts'

/** What a pledge would be if its author said yes now. */
export interface ReadyPledge {
  readonly drive: Drive
  readonly given: Given
  readonly donor: Donor
  readonly consent: Consent
  /** Somebody said how it is to be shown; otherwise the default holds. */
  readonly isAsked: boolean
}

export async function planPledge(
  order: PledgeOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<Plan<PledgeOrder>> {
  const read = await readPledge(order, parts, doing)
  if (!('ready' in read)) return read
  const { drive, given, donor, consent } = read.ready
  const ways = waysOf(donor).filter((way) => way !== consent)
  return {
    kind: 'ready',
    order,
    preview: texts.preview(drive, given, donor, consent, order.forOther),
    ...(donor.kind === 'minor' ? {} : { ways: texts.ways(ways) }),
  }
}

export async function readPledge(
  order: PledgeOrder,
  parts: GiftsParts,
  doing: Doing,
): Promise<{ readonly ready: ReadyPledge } | Exclude<Plan<PledgeOrder>, { kind: 'ready' }>> {
  const { person } = doing.by
  if (order.forOther && !may(person, 'gift.book')) return { kind: 'refused', text: texts.mayNotForOthers() }
  const open = await openDrives(parts, doing.work)
  if (open.length === 0) return { kind: 'refused', text: donationsTexts.nothingToGiveTo() }
  const named = order.texts.map(readDriveNumber).findLast((number) => number !== undefined)
  if (named !== undefined && !open.some(({ number }) => number === named))
    return { kind: 'refused', text: texts.noSuchDrive(named, open) }
  const pledging: Pledging = {
    open,
    by: person,
    forOther: order.forOther,
    directory: await doing.directory(),
    at: doing.work.at,
  }
  const draft = draftOf(order.texts, pledging)
  const missing = missingOf(draft, pledging)
  if (missing !== undefined) return { kind: 'asking', question: questionOf(missing, draft, pledging) }
  const donor = donorOf(draft, pledging)
  return {
    ready: {
      drive: draft.drive as Drive,
      given: draft.given as Given,
      donor,
      consent: donor.kind === 'minor' ? 'anonymous' : fitting(draft.consent ?? 'anonymous', donor),
      isAsked: draft.consent !== undefined,
    },
  }
}

function questionOf(
  missing: NonNullable<ReturnType<typeof missingOf>>,
  draft: PledgeDraft,
  { open, by, directory }: Pledging,
) {
  switch (missing) {
    case 'drive':
      return texts.whichDrive(open)
    case 'given':
      return draft.unclear === undefined ? texts.howMuch() : texts.howMuchExactly(draft.unclear)
    case 'valuer':
      return texts.whoValued()
    case 'as':
      return texts.inWhoseName(directory.companies.get(by.company ?? '')?.name ?? '')
    case 'donor':
      return texts.whoGives()
    case 'name':
      return texts.whatName()
  }
}

function donorOf(draft: PledgeDraft, { by, forOther, directory }: Pledging): Donor {
  if (forOther && draft.donor !== undefined) return draft.donor
  const person = by.code === undefined ? {} : { person: by.code }
  const company = directory.companies.get(by.company ?? '')
  if (draft.as === 'minor') return { kind: 'minor', name: by.name, ...person }
  if (draft.as === 'company' && company !== undefined)
    return { kind: 'company', name: company.name, company: company.code, ...person }
  if (draft.name !== undefined && draft.name !== '匿名') return donorWritten(draft.name, directory)
  return {
    kind: 'person',
    name: draft.name ?? by.name,
    ...(company === undefined ? {} : { company: company.code }),
    ...person,
  }
}

/** A company has no name but its own; who belongs to none cannot be shown by it. */
export function fitting(consent: Consent, donor: Donor): Consent {
  if (donor.kind === 'company') return consent === 'named' ? 'company' : consent
  return consent === 'company' && donor.company === undefined ? 'anonymous' : consent
}

function waysOf(donor: Donor): readonly Consent[] {
  if (donor.kind === 'company') return ['company', 'anonymous']
  return donor.company === undefined ? ['named', 'anonymous'] : ['named', 'company', 'anonymous']
}
