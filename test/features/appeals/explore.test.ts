import { expect, test } from 'vitest'
import { expectDiagram } from '../../support/diagram.ts'
import { diagramOf, explore } from '../../support/explore.ts'
import { exploredDialogues } from './explored-dialogues.ts'

for (const { dialogue, journey } of exploredDialogues)
  test(`${dialogue.name}: every state can be left, resumed and cancelled, and nothing binding is done without a yes`, () => {
    const edges = explore(dialogue, journey)
    expect(edges.length).toBeGreaterThanOrEqual(Object.keys(journey.starts).length)
    expectDiagram(dialogue.name, edges)
  })

test('the intake goes from collecting to confirming to filed, and an emergency is filed at once', () => {
  const intake = exploredDialogues.find(({ dialogue }) => dialogue.name === 'appeals.intake')
  const diagram = intake === undefined ? '' : diagramOf(explore(intake.dialogue, intake.journey))
  for (const arrow of [
    '[*] --> collecting',
    '[*] --> confirming',
    '[*] --> supplementing',
    '[*] --> turnedAway',
    'collecting --> confirming',
    'confirming --> collecting',
    'confirming --> filed: yes',
    'collecting --> abandoned',
    'confirming --> abandoned',
    'supplementing --> filed',
  ])
    expect(diagram).toContain(arrow)
})
