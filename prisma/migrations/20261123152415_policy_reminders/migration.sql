-- AlterTable
ALTER TABLE "PolicyDocument" ADD COLUMN     "endToldOn" DATE;

-- AlterTable
ALTER TABLE "PolicyLink" ADD COLUMN     "toldAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "PolicyOffer" ADD COLUMN     "reminded" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "PolicyDocument_current_endsOn_idx" ON "PolicyDocument"("current", "endsOn");
