-- CreateTable
CREATE TABLE "Appeal" (
    "number" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "company" TEXT,
    "companyName" TEXT,
    "chamber" TEXT,
    "asker" TEXT,
    "askerName" TEXT,
    "askerHome" JSONB,
    "askerDigest" TEXT NOT NULL,
    "sealedAsker" TEXT,
    "sealed" BOOLEAN NOT NULL,
    "summary" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "sources" JSONB NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "unit" TEXT,
    "leader" TEXT,
    "followers" INTEGER NOT NULL,
    "reminders" INTEGER NOT NULL,
    "satisfaction" TEXT,
    "resolution" TEXT,
    "route" TEXT,
    "mergedInto" TEXT,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "AppealEvent" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "act" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "by" TEXT,
    "note" TEXT,

    CONSTRAINT "AppealEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AppealSource" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3),
    "changedText" TEXT,

    CONSTRAINT "AppealSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Arrival" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "chat" JSONB NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT,
    "stability" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "readyAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Arrival_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "key" TEXT NOT NULL,
    "chat" JSONB NOT NULL,
    "personId" TEXT NOT NULL,
    "personName" TEXT,
    "version" INTEGER NOT NULL,
    "frames" JSONB NOT NULL,
    "carriedOn" JSONB NOT NULL,
    "listeningUntil" TIMESTAMPTZ(3),
    "silentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chatKey" TEXT NOT NULL,
    "chat" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "extras" JSONB NOT NULL,
    "mailing" TEXT,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "messageIds" JSONB NOT NULL,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Counter" (
    "name" TEXT NOT NULL,
    "value" BIGINT NOT NULL,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Drive" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "draft" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "mailing" TEXT,
    "preparedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Drive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "sha256" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "storedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "Mailing" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "allow" JSONB NOT NULL,
    "audience" TEXT NOT NULL,
    "chats" JSONB NOT NULL,
    "people" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "confirmation" TEXT NOT NULL,
    "preparedBy" TEXT NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" TEXT,
    "reason" TEXT,
    "startedAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mailing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterVersion" (
    "id" TEXT NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "RosterVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Federation" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Federation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chamber" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "until" DATE,

    CONSTRAINT "Chamber_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Company" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" JSONB NOT NULL,
    "chamber" TEXT,
    "town" TEXT,
    "trade" TEXT,
    "tags" JSONB NOT NULL,
    "until" DATE,

    CONSTRAINT "Company_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Unit" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "categories" JSONB NOT NULL,
    "until" DATE,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Person" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "roles" JSONB NOT NULL,
    "company" TEXT,
    "chamber" TEXT,
    "unit" TEXT,
    "until" DATE,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "PersonAccount" (
    "key" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "boundAt" TIMESTAMPTZ(3) NOT NULL,
    "boundBy" TEXT NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3),
    "chat" JSONB,

    CONSTRAINT "PersonAccount_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "BindingCode" (
    "digest" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "issuedBy" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedBy" TEXT,

    CONSTRAINT "BindingCode_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "Responsibility" (
    "id" TEXT NOT NULL,
    "leader" TEXT NOT NULL,
    "company" TEXT,
    "chamber" TEXT,
    "from" DATE,
    "until" DATE,

    CONSTRAINT "Responsibility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "code" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "chamber" TEXT,
    "audience" TEXT NOT NULL,
    "until" DATE,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "people" JSONB NOT NULL,
    "awaitsReceipts" BOOLEAN NOT NULL,
    "chats" JSONB NOT NULL,
    "openFrom" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeReceipt" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "notice" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoticeReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyGeneration" (
    "id" TEXT NOT NULL,
    "generation" BIGINT NOT NULL,

    CONSTRAINT "PolicyGeneration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyDocument" (
    "id" TEXT NOT NULL,
    "doc" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "current" BOOLEAN NOT NULL,
    "generation" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "documentNumber" TEXT,
    "issuer" TEXT,
    "issuedOn" DATE,
    "effectiveOn" DATE,
    "endsOn" DATE,
    "audience" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "remarks" JSONB NOT NULL,
    "passages" INTEGER NOT NULL,
    "addedBy" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedBy" TEXT,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PolicyDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PolicyPassage" (
    "id" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "locator" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "PolicyPassage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Appeal_askerDigest_idx" ON "Appeal"("askerDigest");

-- CreateIndex
CREATE INDEX "Appeal_status_idx" ON "Appeal"("status");

-- CreateIndex
CREATE INDEX "Appeal_unit_idx" ON "Appeal"("unit");

-- CreateIndex
CREATE INDEX "AppealEvent_number_seq_idx" ON "AppealEvent"("number", "seq");

-- CreateIndex
CREATE INDEX "AppealSource_number_idx" ON "AppealSource"("number");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "Arrival_idempotencyKey_key" ON "Arrival"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Arrival_conversation_messageId_idx" ON "Arrival"("conversation", "messageId");

-- CreateIndex
CREATE INDEX "Conversation_silentAt_idx" ON "Conversation"("silentAt");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_key_key" ON "Letter"("key");

-- CreateIndex
CREATE INDEX "Letter_chatKey_seq_idx" ON "Letter"("chatKey", "seq");

-- CreateIndex
CREATE INDEX "Drive_number_idx" ON "Drive"("number");

-- CreateIndex
CREATE INDEX "Mailing_owner_number_idx" ON "Mailing"("owner", "number");

-- CreateIndex
CREATE INDEX "Mailing_confirmation_idx" ON "Mailing"("confirmation");

-- CreateIndex
CREATE INDEX "PersonAccount_person_idx" ON "PersonAccount"("person");

-- CreateIndex
CREATE INDEX "Responsibility_leader_idx" ON "Responsibility"("leader");

-- CreateIndex
CREATE UNIQUE INDEX "Group_platform_chatId_key" ON "Group"("platform", "chatId");

-- CreateIndex
CREATE INDEX "Notice_openFrom_idx" ON "Notice"("openFrom");

-- CreateIndex
CREATE INDEX "NoticeReceipt_notice_idx" ON "NoticeReceipt"("notice");

-- CreateIndex
CREATE INDEX "PolicyDocument_generation_idx" ON "PolicyDocument"("generation");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyDocument_doc_version_key" ON "PolicyDocument"("doc", "version");

-- CreateIndex
CREATE INDEX "PolicyPassage_document_position_idx" ON "PolicyPassage"("document", "position");
