-- AlterTable
ALTER TABLE "Arrival" ADD COLUMN     "isBot" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "manners" JSONB;

-- CreateTable
CREATE TABLE "Account" (
    "key" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL,
    "detail" TEXT,
    "name" TEXT,
    "link" TEXT,
    "login" TEXT,
    "heldUntil" TIMESTAMPTZ(3),
    "toldState" TEXT,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Contact" (
    "key" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "wroteAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "why" TEXT,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "digest" TEXT NOT NULL,
    "chat" JSONB NOT NULL,
    "chatKey" TEXT NOT NULL,
    "groupKey" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "browser" TEXT,
    "openedAt" TIMESTAMPTZ(3),
    "code" TEXT,
    "provedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "GroupManner" (
    "key" TEXT NOT NULL,
    "listening" BOOLEAN NOT NULL,
    "changedBy" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GroupManner_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_browser_key" ON "OneTimeLink"("browser");

-- CreateIndex
CREATE INDEX "OneTimeLink_chatKey_idx" ON "OneTimeLink"("chatKey");

-- CreateIndex
CREATE INDEX "OneTimeLink_groupKey_idx" ON "OneTimeLink"("groupKey");
-- AlterTable
ALTER TABLE "Group" ADD COLUMN     "boundAt" TIMESTAMPTZ(3);
