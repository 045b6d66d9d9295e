-- AlterTable
ALTER TABLE "PolicyDocument" ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "checkedBy" TEXT,
ADD COLUMN     "endToldOn" DATE,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'document',
ADD COLUMN     "link" TEXT,
ADD COLUMN     "scanned" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "PolicyPassage" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'text',
ADD COLUMN     "page" INTEGER;

-- CreateTable
CREATE TABLE "Errand" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "account" TEXT NOT NULL,
    "chat" JSONB NOT NULL,
    "person" JSONB NOT NULL,
    "orderedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Errand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyLink" (
    "id" TEXT NOT NULL,
    "doc" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT,
    "other" TEXT,
    "from" DATE,
    "quote" TEXT,
    "state" TEXT NOT NULL,
    "generation" BIGINT NOT NULL,
    "notedBy" TEXT NOT NULL,
    "notedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "PolicyLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyIndexPart" (
    "id" TEXT NOT NULL,
    "generation" BIGINT NOT NULL,
    "format" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PolicyIndexPart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyEmbedding" (
    "id" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PolicyEmbedding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyLexiconLine" (
    "id" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "written" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "question" TEXT,
    "addedBy" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "generation" BIGINT NOT NULL,

    CONSTRAINT "PolicyLexiconLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyAsking" (
    "id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "person" TEXT,
    "home" JSONB NOT NULL,
    "chat" JSONB NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "tier" TEXT NOT NULL,
    "cited" JSONB NOT NULL,
    "told" TEXT NOT NULL,
    "written" BOOLEAN NOT NULL DEFAULT false,
    "unanswered" TEXT,
    "feedback" TEXT,
    "note" TEXT,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "PolicyAsking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyUnanswered" (
    "number" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "audience" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "basis" TEXT,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "reviewedBy" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),
    "lookAgainOn" DATE,
    "version" INTEGER NOT NULL,

    CONSTRAINT "PolicyUnanswered_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "PolicyOffer" (
    "doc" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "opensOn" DATE,
    "closesOn" DATE,
    "conditions" JSONB NOT NULL,
    "gives" TEXT NOT NULL,
    "where" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reminded" INTEGER NOT NULL DEFAULT 0,
    "markedBy" TEXT NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "PolicyOffer_pkey" PRIMARY KEY ("doc")
);

-- CreateTable
CREATE TABLE "CompanyProfile" (
    "company" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "reminds" TEXT,
    "remindsAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "CompanyProfile_pkey" PRIMARY KEY ("company")
);

-- CreateTable
CREATE TABLE "PolicyReminder" (
    "id" TEXT NOT NULL,
    "doc" TEXT NOT NULL,
    "company" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PolicyReminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Errand_account_idx" ON "Errand"("account");

-- CreateIndex
CREATE INDEX "PolicyLink_generation_idx" ON "PolicyLink"("generation");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyLink_doc_relation_title_key" ON "PolicyLink"("doc", "relation", "title");

-- CreateIndex
CREATE INDEX "PolicyEmbedding_model_idx" ON "PolicyEmbedding"("model");

-- CreateIndex
CREATE INDEX "PolicyLexiconLine_generation_idx" ON "PolicyLexiconLine"("generation");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyLexiconLine_said_written_key" ON "PolicyLexiconLine"("said", "written");

-- CreateIndex
CREATE INDEX "PolicyAsking_person_askedAt_idx" ON "PolicyAsking"("person", "askedAt");

-- CreateIndex
CREATE INDEX "PolicyAsking_unanswered_idx" ON "PolicyAsking"("unanswered");

-- CreateIndex
CREATE INDEX "PolicyAsking_askedAt_idx" ON "PolicyAsking"("askedAt");

-- CreateIndex
CREATE INDEX "PolicyUnanswered_state_lastAt_idx" ON "PolicyUnanswered"("state", "lastAt");

-- CreateIndex
CREATE INDEX "PolicyUnanswered_key_idx" ON "PolicyUnanswered"("key");

-- CreateIndex
CREATE INDEX "PolicyOffer_state_closesOn_idx" ON "PolicyOffer"("state", "closesOn");

-- CreateIndex
CREATE INDEX "PolicyReminder_doc_idx" ON "PolicyReminder"("doc");

-- CreateIndex
CREATE INDEX "PolicyDocument_current_endsOn_idx" ON "PolicyDocument"("current", "endsOn");
