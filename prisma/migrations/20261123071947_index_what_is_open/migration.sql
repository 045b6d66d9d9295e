-- Nearly every row is closed for good. Only what is still open is looked for all the time, so only that is
-- indexed: Prisma's schema language has no partial indexes, and its drift check leaves these alone.
CREATE INDEX "Arrival_open_idx" ON "Arrival" ("conversation", "seq") WHERE "state" IN ('waiting', 'heard');
CREATE INDEX "Letter_open_idx" ON "Letter" ("account", "dueAt") WHERE "state" IN ('waiting', 'sending');
CREATE INDEX "Letter_mailing_idx" ON "Letter" ("mailing") WHERE "mailing" IS NOT NULL;
