-- Claiming looks only at what waits, an answer before any broadcast, in the order in which it fell due.
CREATE INDEX "Letter_answers_idx" ON "Letter" ("account", "dueAt", "seq") WHERE "state" IN ('waiting', 'sending') AND "mailing" IS NULL;
CREATE INDEX "Letter_mailings_idx" ON "Letter" ("account", "dueAt", "seq") WHERE "state" = 'waiting' AND "mailing" IS NOT NULL;
-- What stands before a letter in its chat.
CREATE INDEX "Letter_open_chat_idx" ON "Letter" ("chatKey", "seq") WHERE "state" IN ('waiting', 'sending');
-- What left in the last minute, for whoever takes an account over.
CREATE INDEX "Letter_left_idx" ON "Letter" ("account", "sentAt") WHERE "sentAt" IS NOT NULL;
