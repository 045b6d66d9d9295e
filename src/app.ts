import { documentReader } from './adapters/documents/document-reader.ts'
import { openFigureDoor, type ServedFigureDoor } from './adapters/figure-pages/figure-door.ts'
import { papersAside } from './adapters/papers/papers-aside.ts'
import { painterAside } from './adapters/pictures/painter.ts'
import { CAPABILITIES, DEFAULT_ACCOUNTS, PLATFORMS_BY_CODE } from './adapters/platforms/known.ts'
import { openSideDoor } from './adapters/platforms/one-time-link/side-door.ts'
import { openUnitDoor, withUnitPages } from './adapters/platforms/one-time-link/unit-door.ts'
import { figureBooks } from './adapters/spreadsheets/figure-books.ts'
import { giftBooks } from './adapters/spreadsheets/gift-books.ts'
import { ledgerBooks } from './adapters/spreadsheets/ledger-books.ts'
import { signupBooks } from './adapters/spreadsheets/signup-books.ts'
import type { LeaseTimes } from './adapters/storage/lease-connection.ts'
import { openStorage, type Storage } from './adapters/storage/open-storage.ts'
import type { Config } from './config.ts'
import type { Feature } from './conversation/feature.ts'
import { type FrontDesk, openFrontDesk } from './conversation/front-desk.ts'
import type { People } from './conversation/people.ts'
import { appealsFeature } from './features/appeals/appeals.feature.ts'
import { openMatters } from './features/appeals/registered/open-matters.ts'
import { withTerms } from './features/appeals/terms/terms-calendar.ts'
import { channelsFeature } from './features/channels/channels.feature.ts'
import { donationsFeature } from './features/donations/donations.feature.ts'
import { silentDonors } from './features/donations/gifts/silent-donors.ts'
import { helpFeature } from './features/help/help.feature.ts'
import { membershipFeature } from './features/membership/membership.feature.ts'
import { createPeople } from './features/membership/people.ts'
import { noticesFeature } from './features/notices/notices.feature.ts'
import { oversightFeature } from './features/oversight/oversight.feature.ts'
import { keepUp } from './features/policy/meaning/keep-up.ts'
import { type Meaning, openMeaning } from './features/policy/meaning/meaning.ts'
import { policyFeature } from './features/policy/policy.feature.ts'
import type { PolicyParts } from './features/policy/policy.service.ts'
import { signupsFeature } from './features/signups/signups.feature.ts'
import { tasksFeature } from './features/tasks/tasks.feature.ts'
import { visitsFeature } from './features/visits/visits.feature.ts'
import { type FileKeeper, fileKeeper } from './files/file-keeper.ts'
import { type Clock, systemTimer } from './kernel/clock.ts'
import { type LiveCalendar, liveCalendar } from './kernel/live-calendar.ts'
import type { Log } from './log.ts'
import { readLexiconFile } from './read-lexicon-file.ts'
import { readSeal } from './read-seal.ts'

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
  /** Models that help with policy answers, as far as they are configured. */
  readonly policyAid: PolicyAid
  /** Where the pages behind told numbers are, once a server shows them. */
  readonly figureDoor: ServedFigureDoor
  /** Reads the policy documents into memory before anybody asks: seconds where there are very many. */
  readDocuments(): Promise<void>
  /** Keeps what passages mean in step with the documents until the house closes; nothing where no model does it. */
  keepMeaning(): void
  close(): Promise<void>
}

export type PolicyAid = Pick<PolicyParts, 'knowledge' | 'meaning' | 'onWritten'>

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
export async function openHouse(options: HouseOptions): Promise<House> {
  const { config, leaseTimes, say = () => undefined } = options
  // What an operator may have written wrong is read before anything is opened.
  const lexicon = readLexiconFile(config.lexiconFile)
  const storage = await openStorage({
    dataDirectory: config.dataDirectory,
    databaseUrl: config.databaseUrl,
    personalKey: config.personalKey,
    burst: config.burst,
    ...(leaseTimes === undefined ? {} : { leaseTimes }),
    say,
  })
  try {
    return await furnish(options, storage, lexicon)
  } catch (error) {
    await storage.close()
    throw error
  }
}

const capabilitiesOf = (platform: string) => CAPABILITIES[platform]

async function furnish(
  { config, clock, log }: HouseOptions,
  storage: Storage,
  lexicon: ReturnType<typeof readLexiconFile>,
): Promise<House> {
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
  const questionModel = await questionModelFor(config, log)
  const policyAid = await policyAidFor(config, storage, clock, log)
  const policy = policyFeature({
    ...storage,
    ...policyAid,
    store: storage.policy,
    lexicon: { lines: lexicon, store: storage.policyLexicon },
    reader: documentReader(),
    workdays,
    quietHours: config.terms.quietHours,
  })
  const silent = silentDonors(storage, people)
  const figureDoor = openFigureDoor(config.publicUrl)
  const painter = painterAside()
  const road = { workdays, quietHours: config.terms.quietHours, capabilitiesOf, silentDonors: silent }
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
    policy,
    noticesFeature({ ...storage, ...road }),
    signupsFeature({ ...storage, ...road, signupBooks: signupBooks(), keepFile: files.keep }),
    donationsFeature({
      ...storage,
      ...road,
      painter,
      publicUrl: config.publicUrl,
      giftBooks: giftBooks(),
      seal: readSeal(config.sealFile),
    }),
    oversightFeature({
      ...storage,
      store: storage.oversight,
      painter,
      papers: papersAside(),
      figureDoor,
      figureBooks: figureBooks(),
      workdays,
      quietHours: config.terms.quietHours,
      questionModel,
    }),
    tasksFeature({ ...storage, workdays, quietHours: config.terms.quietHours }),
    visitsFeature({
      matters: openMatters(storage.appeals),
      ...storage,
      workdays,
      quietHours: config.terms.quietHours,
    }),
    channelsFeature(storage),
    helpFeature(),
  ]
  const desk = openFrontDesk({
    ...storage,
    ...(await readerFor(config, features, log)),
    people,
    features,
    capabilitiesOf,
    silentDonors: silent,
    ...(config.publicUrl === undefined
      ? {}
      : { sideDoor: openSideDoor({ links: storage.oneTimeLinks, publicUrl: config.publicUrl }) }),
    clock,
    burst: config.burst,
    keepFile: files.keep,
    warn: log.warn,
  })
  let endMeaning: (() => Promise<void>) | undefined
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
    policyAid,
    figureDoor,
    async readDocuments() {
      // Whoever asks before it is done waits for it; where it fails, their question tries again.
      await policy
        .ready(clock.now())
        .catch((error: unknown) => log.warn('reading the documents failed', { error }))
    },
    keepMeaning() {
      const { meaning } = policyAid
      if (meaning !== undefined) endMeaning ??= keepUp({ meaning, timer: systemTimer(), log })
    },
    async close() {
      await endMeaning?.()
      await desk.close()
      await storage.close()
    },
  }
}

/** Reads a leader's question where the grammar cannot. */
async function questionModelFor({ model }: Config, log: Log) {
  if (model === undefined) return undefined
  const { openQuestionModel } = await import('./adapters/knowledge/question-model.ts')
  return openQuestionModel(model, log)
}

/** What models do for policy answers, where any is configured. */
async function policyAidFor(config: Config, storage: Storage, clock: Clock, log: Log): Promise<PolicyAid> {
  if (config.model === undefined && config.embedding === undefined) return {}
  const { openPolicyKnowledge } = await import('./adapters/knowledge/policy-knowledge.ts')
  const knowledge = await openPolicyKnowledge(config, log)
  const { embedder, shown } = knowledge
  const meaning: Meaning | undefined =
    embedder &&
    openMeaning({
      store: storage.embeddings,
      transactions: storage.transactions,
      now: () => clock.now(),
      embedder,
      shown,
    })
  return {
    knowledge,
    meaning,
    onWritten: (counts) => log.info('an answer was written by a model and checked', { sentences: counts }),
  }
}

/** LangChain takes more than half a second to load and some 95 MB to keep: only a house with a model pays. */
async function readerFor({ model }: Config, recognisers: readonly Feature[], log: Log) {
  if (model === undefined) return {}
  const { openReader } = await import('./adapters/knowledge/turn-reader.ts')
  return { reader: await openReader(model, { recognisers, log }) }
}
