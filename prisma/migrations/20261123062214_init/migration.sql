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

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "Arrival_idempotencyKey_key" ON "Arrival"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Arrival_state_conversation_seq_idx" ON "Arrival"("state", "conversation", "seq");

-- CreateIndex
CREATE INDEX "Arrival_conversation_messageId_idx" ON "Arrival"("conversation", "messageId");

-- CreateIndex
CREATE INDEX "Conversation_silentAt_idx" ON "Conversation"("silentAt");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_key_key" ON "Letter"("key");

-- CreateIndex
CREATE INDEX "Letter_state_account_dueAt_idx" ON "Letter"("state", "account", "dueAt");

-- CreateIndex
CREATE INDEX "Letter_chatKey_seq_idx" ON "Letter"("chatKey", "seq");

-- CreateIndex
CREATE INDEX "Letter_mailing_idx" ON "Letter"("mailing");

-- CreateIndex
CREATE INDEX "PersonAccount_person_idx" ON "PersonAccount"("person");

-- CreateIndex
CREATE INDEX "Responsibility_leader_idx" ON "Responsibility"("leader");

-- CreateIndex
CREATE UNIQUE INDEX "Group_platform_chatId_key" ON "Group"("platform", "chatId");
