-- What leaders ask is counted in indexes alone. What somebody answers for is found by firm, by chamber where no firm is
-- known, or among the sealed; whoever sees everything reads one index by the time that is asked about. Prisma's schema
-- language has neither partial nor covering indexes, and its drift check leaves these alone: where a condition takes
-- nothing away, it is there for that.
CREATE INDEX "Appeal_of_firm_idx" ON "Appeal" ("company", "filedAt")
  INCLUDE ("number", "status", "urgency", "category", "unit", "chamber", "leader", "dueAt", "resolvedAt", "endedAt",
    "contactDueAt", "contactedAt", "resolveDueAt", "outcome", "satisfaction", "closeKind")
  WHERE NOT "sealed";
CREATE INDEX "Appeal_of_no_firm_idx" ON "Appeal" ("chamber", "filedAt")
  INCLUDE ("number", "status", "urgency", "category", "unit", "company", "leader", "dueAt", "resolvedAt", "endedAt",
    "contactDueAt", "contactedAt", "resolveDueAt", "outcome", "satisfaction", "closeKind")
  WHERE NOT "sealed" AND "company" IS NULL;
CREATE INDEX "Appeal_sealed_idx" ON "Appeal" ("chamber", "leader", "filedAt")
  INCLUDE ("number", "status", "urgency", "category", "unit", "company", "dueAt", "resolvedAt", "endedAt",
    "contactDueAt", "contactedAt", "resolveDueAt", "outcome", "satisfaction", "closeKind")
  WHERE "sealed";
-- Which firms a chamber ever had matters of.
CREATE INDEX "Appeal_firms_of_chamber_idx" ON "Appeal" ("chamber", "company")
  WHERE NOT "sealed" AND "company" IS NOT NULL;

CREATE INDEX "Appeal_filed_idx" ON "Appeal" ("filedAt", "number")
  INCLUDE ("status", "category", "unit", "chamber", "company", "leader", "sealed", "resolvedAt", "endedAt")
  WHERE "filedAt" IS NOT NULL;
CREATE INDEX "Appeal_ended_idx" ON "Appeal" ("endedAt")
  INCLUDE ("filedAt", "number", "status", "category", "unit", "chamber", "company", "leader", "sealed", "dueAt")
  WHERE "endedAt" IS NOT NULL;
CREATE INDEX "Appeal_not_ended_idx" ON "Appeal" ("filedAt")
  INCLUDE ("number", "status", "category", "unit", "chamber", "company", "leader", "sealed", "dueAt", "endedAt")
  WHERE "endedAt" IS NULL;
DROP INDEX "Appeal_contact_idx";
CREATE INDEX "Appeal_contact_idx" ON "Appeal" ("contactDueAt")
  INCLUDE ("contactedAt", "number", "status", "unit", "category", "chamber", "company", "leader", "sealed", "filedAt")
  WHERE "contactDueAt" IS NOT NULL;
DROP INDEX "Appeal_resolved_idx";
CREATE INDEX "Appeal_resolved_idx" ON "Appeal" ("resolvedAt", "number")
  INCLUDE ("status", "outcome", "satisfaction", "closeKind", "unit", "category", "chamber", "company", "leader",
    "sealed", "filedAt", "dueAt", "resolveDueAt")
  WHERE "resolvedAt" IS NOT NULL;

-- What was taken out of each rate, so that it is looked up without reading what was applied for.
CREATE INDEX "AppealApplication_out_of_response_idx" ON "AppealApplication" ("number")
  WHERE "kind" = 'exclusion' AND "state" = 'granted' AND ("detail"->>'response')::boolean;
CREATE INDEX "AppealApplication_out_of_resolution_idx" ON "AppealApplication" ("number")
  WHERE "kind" = 'exclusion' AND "state" = 'granted' AND ("detail"->>'resolution')::boolean;
CREATE INDEX "AppealApplication_out_of_satisfaction_idx" ON "AppealApplication" ("number")
  WHERE "kind" = 'exclusion' AND "state" = 'granted' AND ("detail"->>'satisfaction')::boolean;

-- What happened when: the history only grows at its end, so a few marks find a day in it.
CREATE INDEX "AppealEvent_when_idx" ON "AppealEvent" USING brin ("at") WITH (pages_per_range = 32)
  WHERE "at" IS NOT NULL;
CREATE INDEX "AppealEvent_halted_idx" ON "AppealEvent" ("act", "at") INCLUDE ("number", "seq")
  WHERE "act" IN ('sendBack', 'pause');
