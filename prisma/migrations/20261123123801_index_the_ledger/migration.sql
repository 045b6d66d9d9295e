-- Any list in the order in which matters came.
CREATE INDEX "Appeal_filedAt_number_idx" ON "Appeal"("filedAt", "number");

-- What is open is a few in a hundred and looked for all day: everything that a list is narrowed or put in order by
-- stands in the index, so that only the rows of the page itself are read. Prisma's schema language has neither
-- partial nor covering indexes, and its drift check leaves these alone.
CREATE INDEX "Appeal_open_idx" ON "Appeal" ("filedAt", "number")
  INCLUDE ("status", "dueAt", "resolvedAt", "urgency", "category", "unit", "chamber", "company", "leader", "sealed")
  WHERE "status" IN ('filed', 'accepted', 'dispatched', 'inProgress', 'paused', 'sentBack');

-- The three rates and what was resolved in a period are counted in the index alone, a year in one pass.
CREATE INDEX "Appeal_contact_idx" ON "Appeal" ("contactDueAt")
  INCLUDE ("contactedAt", "number", "status", "unit", "category", "chamber", "sealed")
  WHERE "contactDueAt" IS NOT NULL;
CREATE INDEX "Appeal_resolved_idx" ON "Appeal" ("resolvedAt")
  INCLUDE ("number", "status", "outcome", "satisfaction", "closeKind", "unit", "category", "chamber", "company", "leader",
    "sealed", "filedAt", "dueAt")
  WHERE "resolvedAt" IS NOT NULL;
CREATE INDEX "Appeal_apart_idx" ON "Appeal" ("filedAt")
  INCLUDE ("status", "unit", "category", "chamber", "sealed")
  WHERE "status" IN ('withdrawn', 'referred', 'merged');
CREATE INDEX "AppealApplication_excluded_idx" ON "AppealApplication" ("number")
  WHERE "kind" = 'exclusion' AND "state" = 'granted';
