-- AlterTable
ALTER TABLE "Appeal" ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "origin" TEXT;

-- CreateTable
CREATE TABLE "Figure" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "question" JSONB NOT NULL,
    "day" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "isWhole" BOOLEAN NOT NULL DEFAULT true,
    "shown" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FigureLink" (
    "digest" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "browser" TEXT,
    "openedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FigureLink_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "Told" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "person" TEXT,
    "subject" TEXT,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),
    "content" JSONB NOT NULL,

    CONSTRAINT "Told_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DigestWish" (
    "person" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "hour" TEXT,
    "offAt" TIMESTAMPTZ(3),

    CONSTRAINT "DigestWish_pkey" PRIMARY KEY ("person")
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "leader" TEXT NOT NULL,
    "deputy" TEXT,
    "day" TEXT NOT NULL,
    "companies" JSONB NOT NULL,
    "chambers" JSONB NOT NULL,
    "team" JSONB NOT NULL,
    "place" TEXT,
    "words" TEXT NOT NULL,
    "sameness" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnBy" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitFinding" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "visit" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "company" TEXT,
    "words" TEXT NOT NULL,
    "category" TEXT,
    "appeal" TEXT,
    "state" TEXT NOT NULL,
    "consent" TEXT,
    "consentAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "VisitFinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyRule" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "per" TEXT NOT NULL,
    "every" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "until" TEXT,
    "setBy" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DutyRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyReminder" (
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DutyReminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Figure_person_lastAt_idx" ON "Figure"("person", "lastAt");

-- CreateIndex
CREATE INDEX "Figure_at_idx" ON "Figure"("at");

-- CreateIndex
CREATE UNIQUE INDEX "FigureLink_browser_key" ON "FigureLink"("browser");

-- CreateIndex
CREATE INDEX "FigureLink_figure_idx" ON "FigureLink"("figure");

-- CreateIndex
CREATE INDEX "Told_kind_person_dueAt_idx" ON "Told"("kind", "person", "dueAt");

-- CreateIndex
CREATE INDEX "Told_toldAt_dueAt_idx" ON "Told"("toldAt", "dueAt");

-- CreateIndex
CREATE INDEX "Visit_number_idx" ON "Visit"("number");

-- CreateIndex
CREATE INDEX "Visit_leader_day_idx" ON "Visit"("leader", "day");

-- CreateIndex
CREATE INDEX "Visit_day_idx" ON "Visit"("day");

-- CreateIndex
CREATE INDEX "Visit_sameness_idx" ON "Visit"("sameness");

-- CreateIndex
CREATE INDEX "VisitFinding_visit_idx" ON "VisitFinding"("visit");

-- CreateIndex
CREATE INDEX "VisitFinding_appeal_idx" ON "VisitFinding"("appeal");

-- CreateIndex
CREATE INDEX "VisitFinding_state_idx" ON "VisitFinding"("state");

-- CreateIndex
CREATE INDEX "VisitFinding_company_idx" ON "VisitFinding"("company");

-- CreateIndex
CREATE INDEX "DutyRule_kind_idx" ON "DutyRule"("kind");

-- CreateIndex
CREATE INDEX "DutyReminder_person_idx" ON "DutyReminder"("person");

-- What ended before there was a column for it: when it was resolved, or else when its history says so.
UPDATE "Appeal" a SET "endedAt" = COALESCE(
    a."resolvedAt",
    (SELECT max(e."at") FROM "AppealEvent" e WHERE e."number" = a."number" AND e."act" IN ('withdraw', 'refer', 'merge', 'close', 'resolve')),
    a."closedAt", a."filedAt")
  WHERE a."status" IN ('resolved', 'closed', 'withdrawn', 'referred', 'merged');
