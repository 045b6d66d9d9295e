import { CAPABILITIES, DEFAULT_ACCOUNTS, PLATFORMS_BY_CODE } from './adapters/platforms/known.ts'
import { openSideDoor } from './adapters/platforms/one-time-link/side-door.ts'
import { openUnitDoor, withUnitPages } from './adapters/platforms/one-time-link/unit-door.ts'
import { ledgerBooks } from './adapters/spreadsheets/ledger-books.ts'
import type { LeaseTimes } from './adapters/storage/lease-connection.ts'
import { openStorage, type Storage } from './adapters/storage/open-storage.ts'
import type { Config } from './config.ts'
import type { Feature } from './conversation/feature.ts'
import { type FrontDesk, openFrontDesk } from './conversation/front-desk.ts'
import type { People } from './conversation/people.ts'
import { appealsFeature } from './features/appeals/appeals.feature.ts'
import { withTerms } from './features/appeals/terms/terms-calendar.ts'
import { channelsFeature } from './features/channels/channels.feature.ts'
import { donationsFeature } from './features/donations/donations.feature.ts'
import { helpFeature } from './features/help/help.feature.ts'
import { membershipFeature } from './features/membership/membership.feature.ts'
import { createPeople } from './features/membership/people.ts'
import { noticesFeature } from './features/notices/notices.feature.ts'
import { oversightFeature } from './features/oversight/oversight.feature.ts'
import { policyFeature } from './features/policy/policy.feature.ts'
import { tasksFeature } from './features/tasks/tasks.feature.ts'
import { type FileKeeper, fileKeeper } from './files/file-keeper.ts'
import type { Clock } from './kernel/clock.ts'
import { type LiveCalendar, liveCalendar } from './kernel/live-calendar.ts'
import type { Log } from './log.ts'

/** The whole house, without its doors: main.ts and the tests open the platforms they need. */
export interface House {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly storage: Storage
  readonly people: People
  readonly features: readonly Feature[]
  readonly files: FileKeeper
  readonly desk: FrontDesk
  readonly workdays: LiveCalendar
  close(): Promise<void>
}

export interface HouseOptions {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  /** How soon a lost account is noticed; left out, as an operator has it. */
  readonly leaseTimes?: LeaseTimes
  /** Told what takes a while at start, in the operator's words. */
  say?(line: string): void
}

/** The one place where ports meet adapters. To add a feature: its folder, and one line here; doors are opened by web.ts and the commands. */
export async function openHouse({
  config,
  clock,
  log,
  leaseTimes,
  say = () => undefined,
}: HouseOptions): Promise<House> {
  const storage = await openStorage({
    dataDirectory: config.dataDirectory,
    databaseUrl: config.databaseUrl,
    personalKey: config.personalKey,
    burst: config.burst,
    ...(leaseTimes === undefined ? {} : { leaseTimes }),
    say,
  })
  const roster = createPeople({
    store: storage.membership,
    platformsByCode: PLATFORMS_BY_CODE,
    defaultAccount: (platform) => DEFAULT_ACCOUNTS[platform] ?? platform,
    listSpeechless: storage.accounts.listSpeechless,
    loginOf: async (account, work) => (await storage.accounts.find(account, work))?.login,
    isClosed: async (chat, work) => (await storage.contacts.find(chat, work))?.closedAt !== undefined,
  })
  const people = withUnitPages(roster, storage.unitLinks)
  const files = fileKeeper({
    store: storage.files,
    transactions: storage.transactions,
    clock,
    largestBytes: config.largestFileBytes,
  })
  const workdays = liveCalendar(storage.calendarYears, config.terms.officeHours)
  const features: readonly Feature[] = [
    membershipFeature({
      ...storage,
      store: storage.membership,
      overhears: (platform) => CAPABILITIES[platform]?.overhears ?? true,
    }),
    appealsFeature({
      ...storage,
      store: storage.appeals,
      ledgerBooks: ledgerBooks(),
      workdays,
      calendar: withTerms(workdays.calendar, config.terms),
      ...(config.publicUrl === undefined ? {} : { unitDoor: openUnitDoor(config.publicUrl) }),
    }),
    policyFeature({ store: storage.policy, files: storage.files, audit: storage.audit }),
    noticesFeature(storage),
    donationsFeature(storage),
    oversightFeature({ store: storage.oversight }),
    tasksFeature({ ...storage, workdays, quietHours: config.terms.quietHours }),
    channelsFeature(storage),
    helpFeature(),
  ]
  const desk = openFrontDesk({
    ...storage,
    ...(await readerFor(config, features, log)),
    people,
    features,
    capabilitiesOf: (platform) => CAPABILITIES[platform],
    ...(config.publicUrl === undefined
      ? {}
      : { sideDoor: openSideDoor({ links: storage.oneTimeLinks, publicUrl: config.publicUrl }) }),
    clock,
    burst: config.burst,
    keepFile: files.keep,
    warn: log.warn,
  })
  return {
    config,
    clock,
    log,
    storage,
    people,
    features,
    files,
    desk,
    workdays,
    async close() {
      await desk.close()
      await storage.close()
    },
  }
}

/** LangChain takes more than half a second to load and some 95 MB to keep: only a house with a model pays. */
async function readerFor({ model }: Config, recognisers: readonly Feature[], log: Log) {
  if (model === undefined) return {}
  const { openReader } = await import('./adapters/knowledge/turn-reader.ts')
  return { reader: await openReader(model, { recognisers, log }) }
}
