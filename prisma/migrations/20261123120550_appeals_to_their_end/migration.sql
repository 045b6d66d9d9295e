-- AlterTable
ALTER TABLE "Appeal" ADD COLUMN     "anonymous" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "closeKind" TEXT,
ADD COLUMN     "closedAt" TIMESTAMPTZ(3),
ADD COLUMN     "codeDigest" TEXT,
ADD COLUMN     "contactDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "contactedAt" TIMESTAMPTZ(3),
ADD COLUMN     "handOffs" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "meetingAskedAt" TIMESTAMPTZ(3),
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "outward" TEXT,
ADD COLUMN     "pauseReason" TEXT,
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN     "pausedMinutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "place" TEXT,
ADD COLUMN     "resolveDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "supporting" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "wakeAt" TIMESTAMPTZ(3),
ADD COLUMN     "wish" TEXT;

-- AlterTable
ALTER TABLE "Responsibility" ADD COLUMN     "deputies" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "head" TEXT;

-- CreateTable
CREATE TABLE "AppealApplication" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "AppealApplication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AppealNudge" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "AppealNudge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AppealLikeness" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decision" TEXT,

    CONSTRAINT "AppealLikeness_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AppealMeeting" (
    "number" TEXT NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "appeals" JSONB NOT NULL,
    "attendees" JSONB NOT NULL,
    "minutes" TEXT NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AppealMeeting_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "UnitLink" (
    "digest" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "issuedBy" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "browser" TEXT,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UnitLink_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "loadedBy" TEXT NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "Task" (
    "number" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "appeal" TEXT,
    "text" TEXT NOT NULL,
    "givenBy" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "person" TEXT,
    "unit" TEXT,
    "dueAt" TIMESTAMPTZ(3),
    "report" TEXT,
    "reportedBy" TEXT,
    "reportedAt" TIMESTAMPTZ(3),
    "closedBy" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Task_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "AppealApplication_number_idx" ON "AppealApplication"("number");

-- CreateIndex
CREATE INDEX "AppealApplication_kind_state_idx" ON "AppealApplication"("kind", "state");

-- CreateIndex
CREATE INDEX "AppealNudge_number_idx" ON "AppealNudge"("number");

-- CreateIndex
CREATE INDEX "AppealNudge_dueAt_idx" ON "AppealNudge"("dueAt");

-- CreateIndex
CREATE INDEX "AppealNudge_person_idx" ON "AppealNudge"("person");

-- CreateIndex
CREATE INDEX "AppealLikeness_number_idx" ON "AppealLikeness"("number");

-- CreateIndex
CREATE INDEX "AppealLikeness_other_idx" ON "AppealLikeness"("other");

-- CreateIndex
CREATE UNIQUE INDEX "UnitLink_browser_key" ON "UnitLink"("browser");

-- CreateIndex
CREATE INDEX "UnitLink_number_idx" ON "UnitLink"("number");

-- CreateIndex
CREATE INDEX "Task_state_dueAt_idx" ON "Task"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Task_givenBy_idx" ON "Task"("givenBy");

-- CreateIndex
CREATE INDEX "Task_appeal_idx" ON "Task"("appeal");

-- CreateIndex
CREATE INDEX "Task_person_idx" ON "Task"("person");

-- CreateIndex
CREATE INDEX "Task_unit_idx" ON "Task"("unit");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_codeDigest_key" ON "Appeal"("codeDigest");

-- CreateIndex
CREATE INDEX "Appeal_mergedInto_idx" ON "Appeal"("mergedInto");

-- CreateIndex
CREATE INDEX "Appeal_wakeAt_idx" ON "Appeal"("wakeAt");

-- CreateIndex
CREATE INDEX "Appeal_category_filedAt_idx" ON "Appeal"("category", "filedAt");
