import { join } from 'node:path'
import type { AuditTrail } from '../../audit/audit-trail.ts'
import type { AccountStore } from '../../conversation/account-health.ts'
import type { ContactsStore } from '../../conversation/contacts.ts'
import type { ConversationStore } from '../../conversation/conversation.store.ts'
import type { ErrandsStore } from '../../conversation/errands.store.ts'
import type { GroupManners } from '../../conversation/group-manners.ts'
import type { Leases } from '../../conversation/lease.ts'
import type { OneTimeLinkStore } from '../../conversation/one-time-links.ts'
import type { AppealsStore } from '../../features/appeals/appeals.store.ts'
import type { ApplicationsStore } from '../../features/appeals/applications.ts'
import type { NudgesStore } from '../../features/appeals/ladder/nudges.store.ts'
import type { LedgerStore } from '../../features/appeals/ledger/ledger.store.ts'
import type { WakingStore } from '../../features/appeals/life/waking.store.ts'
import type { UnitLinkStore } from '../../features/appeals/links/unit-links.store.ts'
import type { MeetingsStore } from '../../features/appeals/meetings/meetings.store.ts'
import type { RatesStore } from '../../features/appeals/rates/rates.store.ts'
import type { SealingStore } from '../../features/appeals/sealing/sealing.store.ts'
import type { TermsStore } from '../../features/appeals/terms/terms.store.ts'
import type { TwiceStore } from '../../features/appeals/twice/twice.store.ts'
import type { DisclosureStore } from '../../features/donations/disclosure/disclosure.store.ts'
import type { DonationsStore } from '../../features/donations/donations.store.ts'
import type { GiftsStore } from '../../features/donations/gifts/gifts.store.ts'
import type { MembershipStore } from '../../features/membership/membership.store.ts'
import type { NoticesStore } from '../../features/notices/notices.store.ts'
import type { TemplatesStore } from '../../features/notices/templates/templates.store.ts'
import type { FiguresStore } from '../../features/oversight/figures/figures.store.ts'
import type { MeasuresStore } from '../../features/oversight/measures/measures.store.ts'
import type { OversightStore } from '../../features/oversight/oversight.store.ts'
import type { PapersStore } from '../../features/oversight/papers/papers.store.ts'
import type { ToldStore } from '../../features/oversight/told/told.store.ts'
import type { KeptIndexStore } from '../../features/policy/library/kept-index.store.ts'
import type { PolicyStore } from '../../features/policy/library/policy.store.ts'
import type { SentFilesStore } from '../../features/policy/library/sent-files.store.ts'
import type { MatchingStore } from '../../features/policy/matching/matching.store.ts'
import type { EmbeddingsStore } from '../../features/policy/meaning/embeddings.store.ts'
import type { LexiconStore } from '../../features/policy/search/lexicon/lexicon.store.ts'
import type { AskingsStore } from '../../features/policy/unanswered/askings.store.ts'
import type { UnansweredStore } from '../../features/policy/unanswered/unanswered.store.ts'
import type { EndingStore } from '../../features/policy/validity/ending.store.ts'
import type { LinksStore } from '../../features/policy/validity/links.store.ts'
import type { SignupsStore } from '../../features/signups/signups.store.ts'
import type { TasksStore } from '../../features/tasks/tasks.store.ts'
import type { DutiesStore } from '../../features/visits/duties/duties.store.ts'
import type { VisitsStore } from '../../features/visits/visits.store.ts'
import type { FilesStore } from '../../files/files.store.ts'
import type { BurstSettings } from '../../inbox/burst.ts'
import type { InboxStore } from '../../inbox/inbox.store.ts'
import type { Counters } from '../../kernel/counters.ts'
import type { CalendarYearsStore } from '../../kernel/live-calendar.ts'
import type { Transactions } from '../../kernel/work.ts'
import type { MailingStore } from '../../mailings/mailing.store.ts'
import type { RefusalsStore } from '../../mailings/topics.ts'
import type { OutboxStore } from '../../outbox/outbox.store.ts'
import { accountsStorage } from './accounts.storage.ts'
import { appealsStorage } from './appeals.storage.ts'
import { applicationsStorage } from './applications.storage.ts'
import { askingsStorage } from './askings.storage.ts'
import { auditStorage } from './audit.storage.ts'
import { calendarYearsStorage } from './calendar-years.storage.ts'
import { type ChatHistory, chatHistoryStorage } from './chat-history.storage.ts'
import { type Database, openDatabase, openTransactions } from './client.ts'
import { contactsStorage } from './contacts.storage.ts'
import { conversationStorage } from './conversation.storage.ts'
import { countersStorage } from './counters.storage.ts'
import { disclosureStorage } from './disclosure.storage.ts'
import { donationsStorage } from './donations.storage.ts'
import { dutiesStorage } from './duties.storage.ts'
import { embeddingsStorage } from './embeddings.storage.ts'
import { errandsStorage } from './errands.storage.ts'
import { figuresStorage } from './figures.storage.ts'
import { filesStorage } from './files.storage.ts'
import { giftsStorage } from './gifts.storage.ts'
import { groupMannersStorage } from './group-manners.storage.ts'
import { inboxStorage } from './inbox.storage.ts'
import type { LeaseTimes } from './lease-connection.ts'
import { openLeases } from './leases.ts'
import { ledgerStorage } from './ledger.storage.ts'
import { mailingStorage } from './mailing.storage.ts'
import { mailingRefusalsStorage } from './mailing-refusals.storage.ts'
import { measuresStorage } from './measures.storage.ts'
import { meetingsStorage } from './meetings.storage.ts'
import { membershipStorage } from './membership.storage.ts'
import { applyMigrations } from './migrator.ts'
import { noticeTemplatesStorage } from './notice-templates.storage.ts'
import { noticesStorage } from './notices.storage.ts'
import { nudgesStorage } from './nudges.storage.ts'
import { oneTimeLinkStorage } from './one-time-link.storage.ts'
import { outboxStorage } from './outbox.storage.ts'
import { oversightStorage } from './oversight.storage.ts'
import { papersStorage } from './papers.storage.ts'
import { createPersonalCodec, type PersonalCodec } from './personal-codec.ts'
import { loadOrCreateKey } from './personal-key.ts'
import { policyStorage } from './policy.storage.ts'
import { policyEndingStorage } from './policy-ending.storage.ts'
import { policyIndexStorage } from './policy-index.storage.ts'
import { policyLexiconStorage } from './policy-lexicon.storage.ts'
import { policyLinksStorage } from './policy-links.storage.ts'
import { policyMatchingStorage } from './policy-matching.storage.ts'
import { ratesStorage } from './rates.storage.ts'
import { sealingStorage } from './sealing.storage.ts'
import { sentFilesStorage } from './sent-files.storage.ts'
import { startEmbeddedServer } from './server/embedded-server.ts'
import { signupsStorage } from './signups.storage.ts'
import { tasksStorage } from './tasks.storage.ts'
import { termsStorage } from './terms.storage.ts'
import { toldStorage } from './told.storage.ts'
import { twiceStorage } from './twice.storage.ts'
import { unansweredStorage } from './unanswered.storage.ts'
import { unitLinksStorage } from './unit-links.storage.ts'
import { visitsStorage } from './visits.storage.ts'
import { wakingStorage } from './waking.storage.ts'

export interface StorageOptions {
  readonly dataDirectory: string
  /** Unset: the embedded server of the data directory. */
  readonly databaseUrl: string | undefined
  readonly personalKey: string | undefined
  readonly burst: BurstSettings
  readonly leaseTimes?: LeaseTimes
  say(line: string): void
}

/** Every store of the house on one database. */
export interface Storage {
  readonly url: string
  readonly database: Database
  readonly transactions: Transactions
  readonly leases: Leases
  readonly accounts: AccountStore
  readonly contacts: ContactsStore
  readonly oneTimeLinks: OneTimeLinkStore
  readonly groupManners: GroupManners
  readonly inbox: InboxStore
  readonly conversations: ConversationStore
  readonly outbox: OutboxStore
  readonly errands: ErrandsStore
  readonly audit: AuditTrail
  readonly files: FilesStore
  readonly counters: Counters
  readonly calendarYears: CalendarYearsStore
  readonly nudges: NudgesStore
  readonly termsStore: TermsStore
  readonly membership: MembershipStore
  readonly oversight: OversightStore
  readonly measures: MeasuresStore
  readonly figures: FiguresStore
  readonly paperFacts: PapersStore
  readonly told: ToldStore
  readonly policy: PolicyStore
  readonly sentFiles: SentFilesStore
  readonly policyIndex: KeptIndexStore
  readonly policyLinks: LinksStore
  readonly policyEnding: EndingStore
  readonly policyLexicon: LexiconStore
  readonly embeddings: EmbeddingsStore
  readonly matching: MatchingStore
  readonly askings: AskingsStore
  readonly unanswered: UnansweredStore
  readonly appeals: AppealsStore
  readonly applications: ApplicationsStore
  readonly waking: WakingStore
  readonly meetings: MeetingsStore
  readonly sealing: SealingStore
  readonly twice: TwiceStore
  readonly unitLinks: UnitLinkStore
  readonly rates: RatesStore
  readonly ledger: LedgerStore
  readonly tasks: TasksStore
  readonly visits: VisitsStore
  readonly duties: DutiesStore
  readonly mailings: MailingStore
  readonly refusals: RefusalsStore
  readonly notices: NoticesStore
  readonly signups: SignupsStore
  readonly templates: TemplatesStore
  readonly donations: DonationsStore
  readonly gifts: GiftsStore
  readonly disclosures: DisclosureStore
  readonly chatHistory: ChatHistory
  readonly codec: PersonalCodec
  close(): Promise<void>
}

/** Starts or joins the database, brings its tables up to date, and opens the stores on it. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const server =
    options.databaseUrl === undefined
      ? await startEmbeddedServer({ dataDirectory: options.dataDirectory, say: options.say })
      : undefined
  const url = options.databaseUrl ?? (server?.url as string)
  try {
    await applyMigrations({ url, directory: join(import.meta.dirname, '../../../prisma/migrations') })
    const key = loadOrCreateKey({
      fromSetting: options.personalKey,
      file: join(options.dataDirectory, 'key'),
    })
    const database = openDatabase(url)
    const leases = await openLeases(url, options.leaseTimes)
    const membership = membershipStorage()
    const codec = createPersonalCodec(key)
    return {
      url,
      database,
      leases,
      accounts: accountsStorage(database),
      contacts: contactsStorage(),
      oneTimeLinks: oneTimeLinkStorage(),
      transactions: openTransactions(database),
      groupManners: groupMannersStorage(),
      inbox: inboxStorage(database, options.burst),
      conversations: conversationStorage(database),
      outbox: outboxStorage(database),
      errands: errandsStorage(database),
      audit: auditStorage(),
      files: filesStorage(),
      counters: countersStorage(),
      calendarYears: calendarYearsStorage(),
      nudges: nudgesStorage(),
      termsStore: termsStorage(),
      membership,
      oversight: oversightStorage(membership.directory),
      measures: measuresStorage(membership.directory),
      figures: figuresStorage(),
      paperFacts: papersStorage(membership.directory),
      told: toldStorage(),
      policy: policyStorage(),
      sentFiles: sentFilesStorage(),
      policyIndex: policyIndexStorage(),
      policyLinks: policyLinksStorage(),
      policyEnding: policyEndingStorage(),
      policyLexicon: policyLexiconStorage(),
      embeddings: embeddingsStorage(),
      matching: policyMatchingStorage(),
      askings: askingsStorage(),
      unanswered: unansweredStorage(),
      appeals: appealsStorage(codec),
      applications: applicationsStorage(),
      waking: wakingStorage(),
      meetings: meetingsStorage(),
      sealing: sealingStorage(codec),
      twice: twiceStorage(),
      unitLinks: unitLinksStorage(),
      rates: ratesStorage(),
      ledger: ledgerStorage(),
      tasks: tasksStorage(),
      visits: visitsStorage(),
      duties: dutiesStorage(),
      mailings: mailingStorage(),
      refusals: mailingRefusalsStorage(),
      notices: noticesStorage(),
      signups: signupsStorage(),
      templates: noticeTemplatesStorage(),
      donations: donationsStorage(),
      gifts: giftsStorage(codec),
      disclosures: disclosureStorage(),
      chatHistory: chatHistoryStorage(database),
      codec,
      async close() {
        await leases.close()
        await database.$disconnect()
        await server?.release()
      },
    }
  } catch (error) {
    await server?.release()
    throw error
  }
}
