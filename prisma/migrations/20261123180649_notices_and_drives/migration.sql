-- AlterTable
ALTER TABLE "Drive" ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "closedBy" TEXT,
ADD COLUMN     "openedAt" TIMESTAMPTZ(3),
ADD COLUMN     "poster" JSONB,
ADD COLUMN     "reminded" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Mailing" ADD COLUMN     "because" TEXT,
ADD COLUMN     "choices" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "files" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "leavesAt" TIMESTAMPTZ(3),
ADD COLUMN     "owed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "revises" TEXT,
ADD COLUMN     "revisesHow" TEXT,
ADD COLUMN     "topic" TEXT NOT NULL DEFAULT 'other';

-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "answerBy" TIMESTAMPTZ(3),
ADD COLUMN     "listedAt" TIMESTAMPTZ(3),
ADD COLUMN     "quietly" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "remindFrom" INTEGER,
ADD COLUMN     "remindedAt" TIMESTAMPTZ(3),
ADD COLUMN     "talliedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "NoticeReceipt" ADD COLUMN     "by" TEXT,
ADD COLUMN     "how" TEXT NOT NULL DEFAULT 'words';

-- CreateTable
CREATE TABLE "Pledge" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "drive" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fen" BIGINT,
    "item" TEXT,
    "unit" TEXT,
    "quantity" BIGINT,
    "valuedBy" TEXT,
    "donorKind" TEXT NOT NULL,
    "donor" TEXT NOT NULL,
    "company" TEXT,
    "person" TEXT,
    "consent" TEXT NOT NULL,
    "consentAt" TIMESTAMPTZ(3),
    "consentBy" TEXT,
    "state" TEXT NOT NULL,
    "home" JSONB,
    "endedAt" TIMESTAMPTZ(3),
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Pledge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Gift" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "drive" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fen" BIGINT,
    "item" TEXT,
    "unit" TEXT,
    "quantity" BIGINT,
    "valuedBy" TEXT,
    "donorKind" TEXT NOT NULL,
    "donor" TEXT NOT NULL,
    "company" TEXT,
    "person" TEXT,
    "bookedOn" TEXT NOT NULL,
    "receipt" TEXT,
    "consent" TEXT NOT NULL,
    "consentAt" TIMESTAMPTZ(3),
    "consentBy" TEXT,
    "pledge" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "reversedAt" TIMESTAMPTZ(3),
    "reversedBy" TEXT,
    "source" TEXT,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "thankedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Gift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GiftUse" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "drive" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fen" BIGINT,
    "item" TEXT,
    "unit" TEXT,
    "quantity" BIGINT,
    "usedOn" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "reversedAt" TIMESTAMPTZ(3),
    "reversedBy" TEXT,
    "source" TEXT,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GiftUse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DisclosureEdition" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "drive" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'issued',
    "mailing" TEXT,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "issuedBy" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DisclosureEdition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DisclosedName" (
    "digest" TEXT NOT NULL,
    "drive" TEXT NOT NULL,
    "gift" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "salt" TEXT NOT NULL,

    CONSTRAINT "DisclosedName_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "MailingRecipient" (
    "id" TEXT NOT NULL,
    "mailing" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "chat" JSONB NOT NULL,
    "chatKey" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "people" JSONB NOT NULL,
    "heads" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "letter" TEXT,
    "replaces" TEXT,

    CONSTRAINT "MailingRecipient_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TopicRefusal" (
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TopicRefusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeDoubt" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "notice" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "person" TEXT,
    "shown" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "chat" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeDoubt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeTemplate" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeTemplate_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "SignupChain" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "chat" JSONB NOT NULL,
    "chatKey" TEXT NOT NULL,
    "startedBy" TEXT,
    "places" INTEGER,
    "perCompany" INTEGER,
    "closesAt" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "told" JSONB NOT NULL DEFAULT '[]',
    "postings" JSONB NOT NULL DEFAULT '[]',
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignupChain_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignupEntry" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "chain" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "shown" TEXT NOT NULL,
    "person" TEXT,
    "company" TEXT,
    "heads" INTEGER NOT NULL,
    "seated" INTEGER NOT NULL DEFAULT 0,
    "queued" INTEGER NOT NULL DEFAULT 0,
    "listed" BOOLEAN NOT NULL DEFAULT false,
    "doubt" TEXT,
    "message" TEXT,
    "note" TEXT,
    "state" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignupEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Pledge_drive_idx" ON "Pledge"("drive");

-- CreateIndex
CREATE INDEX "Pledge_person_idx" ON "Pledge"("person");

-- CreateIndex
CREATE INDEX "Gift_drive_idx" ON "Gift"("drive");

-- CreateIndex
CREATE INDEX "Gift_person_idx" ON "Gift"("person");

-- CreateIndex
CREATE INDEX "Gift_source_idx" ON "Gift"("source");

-- CreateIndex
CREATE INDEX "GiftUse_drive_idx" ON "GiftUse"("drive");

-- CreateIndex
CREATE INDEX "GiftUse_source_idx" ON "GiftUse"("source");

-- CreateIndex
CREATE INDEX "DisclosureEdition_drive_edition_idx" ON "DisclosureEdition"("drive", "edition");

-- CreateIndex
CREATE INDEX "DisclosedName_drive_idx" ON "DisclosedName"("drive");

-- CreateIndex
CREATE INDEX "DisclosedName_gift_idx" ON "DisclosedName"("gift");

-- CreateIndex
CREATE INDEX "MailingRecipient_mailing_state_n_idx" ON "MailingRecipient"("mailing", "state", "n");

-- CreateIndex
CREATE INDEX "MailingRecipient_chatKey_idx" ON "MailingRecipient"("chatKey");

-- CreateIndex
CREATE INDEX "TopicRefusal_topic_idx" ON "TopicRefusal"("topic");

-- CreateIndex
CREATE INDEX "NoticeDoubt_notice_idx" ON "NoticeDoubt"("notice");

-- CreateIndex
CREATE INDEX "SignupChain_chatKey_state_idx" ON "SignupChain"("chatKey", "state");

-- CreateIndex
CREATE INDEX "SignupChain_number_idx" ON "SignupChain"("number");

-- CreateIndex
CREATE INDEX "SignupEntry_chain_n_idx" ON "SignupEntry"("chain", "n");

-- CreateIndex
CREATE INDEX "SignupEntry_message_idx" ON "SignupEntry"("message");

-- CreateIndex
CREATE INDEX "SignupEntry_person_idx" ON "SignupEntry"("person");

-- CreateIndex
CREATE INDEX "Mailing_revises_idx" ON "Mailing"("revises");
