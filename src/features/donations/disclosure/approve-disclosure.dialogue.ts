import { z } from 'zod'
import { type Dialogue, type Say, step } from '../../../conversation/dialogue.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import type { ApproveDisclosure, Proposal, ProposalQuery, RefuseDisclosure } from './disclosure.effects.ts'
import { disclosureTexts as texts } from './disclosure.texts.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asking'), id: z.string(), number: z.number().int() }),
  z.object({ step: z.literal('decided') }),
  z.object({ step: z.literal('left') }),
])
type ApprovalState = z.infer<typeof State>
type Decision = ApproveDisclosure | RefuseDisclosure

const THREE_DAYS = 3 * 24 * 60

/** The second person about an edition that goes to the page alone; one that goes to the groups is approved with its broadcast. */
export const approveDisclosureDialogue: Dialogue<ApprovalState, { readonly proposal?: Proposal }, Decision> =
  {
    name: 'donations.approveDisclosure',
    version: 1,
    schema: State,
    finalSteps: ['decided', 'left'],
    idleMinutes: THREE_DAYS,
    needs(state, _turn, beginning) {
      const begun = beginning?.data as { id: string } | undefined
      const id = state === undefined ? (begun?.id ?? '') : 'id' in state ? state.id : ''
      return { proposal: { ask: 'donations.proposal', id } satisfies ProposalQuery }
    },
    start(_turn, { proposal }, beginning) {
      if (proposal?.kind !== 'waiting') return left(proposal?.text ?? texts.alreadySettled())
      const { id, files = [] } = beginning.data as { id: string; files?: readonly FileRef[] }
      return step<ApprovalState, Decision>({ step: 'asking', id, number: proposal.number }, [
        { text: proposal.text, choices: texts.approveChoices(), ...(files.length === 0 ? {} : { files }) },
      ])
    },
    next(state, turn, { proposal }) {
      if (state.step !== 'asking') return step<ApprovalState, Decision>(state)
      if (turn.kind === 'cancel' || turn.kind === 'silence') return left(texts.approvalPutOff(state.number))
      if (proposal !== undefined && proposal.kind !== 'waiting') return left(proposal.text)
      const decide = (kind: Decision['kind']) =>
        step<ApprovalState, Decision>({ step: 'decided' }, [], [{ kind, id: state.id }])
      if (turn.kind === 'yes') return decide('donations.approveDisclosure')
      if (turn.kind === 'no') return decide('donations.refuseDisclosure')
      return step<ApprovalState, Decision>(state, asks(state))
    },
    resume: asks,
    choices: (state) => (state.step === 'asking' ? texts.approveChoices() : []),
  }

const left = (text: string) => step<ApprovalState, Decision>({ step: 'left' }, [{ text }])

function asks(state: ApprovalState): readonly Say[] {
  return state.step === 'asking'
    ? [{ text: texts.approvalUnclear(state.number), choices: texts.approveChoices() }]
    : []
}
