-- The clock asks for these on every pass: what is still to be told, and what has no term yet.
CREATE INDEX "AppealNudge_waiting_idx" ON "AppealNudge" ("dueAt") WHERE "toldAt" IS NULL;
CREATE INDEX "Appeal_without_term_idx" ON "Appeal" ("number")
  WHERE "dueAt" IS NULL AND "status" IN ('filed', 'accepted', 'dispatched', 'inProgress', 'paused', 'sentBack');
-- Waiting for a coordinating meeting: a handful among all there ever were.
CREATE INDEX "Appeal_for_meeting_idx" ON "Appeal" ("meetingAskedAt") WHERE "meetingAskedAt" IS NOT NULL;
