import { type Answers, type CarriesOut, openDesks, type Performs } from '../../conversation/desk.ts'
import type { Feature } from '../../conversation/feature.ts'
import { whenDue } from '../../conversation/when-due.ts'
import { answerDialogue, type TaskReply } from './answer.dialogue.ts'
import { giveDialogue } from './give.dialogue.ts'
import { carryOutGiving, giveTasks } from './give-task.ts'
import { listDialogue, showDialogue } from './list.dialogue.ts'
import { listTasks } from './list-tasks.ts'
import {
  cancelTask,
  closeTask,
  declineTask,
  findFor,
  nudgeTask,
  reassignTask,
  receiveTask,
  reportTask,
  returnTask,
} from './move-task.ts'
import { nudgeDialogue } from './nudge.dialogue.ts'
import { planTask } from './plan-task.ts'
import { dialogueFor, recogniseTaskWords } from './recognise.ts'
import { nextReminderAt, remindOfTasks } from './remind.ts'
import { reviewDialogue } from './review.dialogue.ts'
import { isOver } from './task.ts'
import { asSeenBy } from './task-people.ts'
import type { TaskOfAppeal, TasksEffect, TasksQuery } from './tasks.effects.ts'
import type { TasksParts } from './tasks-parts.ts'

/** More tasks about one appeal than anybody gives. */
const MOST_OF_AN_APPEAL = 50

/** 批示交办: what a leader, the office or a meeting told somebody to do, until it is answered for. */
export function tasksFeature(parts: TasksParts): Feature {
  const { tasks } = parts
  return openDesks('tasks', [
    {
      dialogues: [giveDialogue, answerDialogue, reviewDialogue, listDialogue, showDialogue, nudgeDialogue],
      recognise: recogniseTaskWords,
      performs: {
        'tasks.give': (effect, doing) => giveTasks(effect, parts, doing),
        'tasks.receive': (effect, doing) => receiveTask(effect, parts, doing),
        'tasks.report': (effect, doing) => reportTask(effect, parts, doing),
        'tasks.decline': (effect, doing) => declineTask(effect, parts, doing),
        'tasks.close': (effect, doing) => closeTask(effect, parts, doing),
        'tasks.nudge': (effect, doing) => nudgeTask(effect, parts, doing),
        async 'tasks.turnTo'({ task, verb, words }, doing) {
          const data: TaskReply = { task, verb, words }
          doing.continueWith(dialogueFor(verb), data, `${doing.turnKey}:turn-to`)
        },
        'tasks.cancel': (effect, doing) => cancelTask(effect, parts, doing),
        'tasks.return': (effect, doing) => returnTask(effect, parts, doing),
        'tasks.reassign': (effect, doing) => reassignTask(effect, parts, doing),
      } satisfies Performs<TasksEffect>,
      answers: {
        'tasks.plan': ({ to, due }, doing) => planTask(to, due, parts, doing),
        'tasks.find': ({ number }, doing) => findFor(number, parts, doing),
        'tasks.list': (asked, doing) => listTasks(asked, parts, doing),
        async 'tasks.of'({ appeal }, { by, work, directory }): Promise<readonly TaskOfAppeal[]> {
          const roster = await directory()
          const { tasks: about } = await tasks.list({ appeal }, 0, MOST_OF_AN_APPEAL, work)
          return about
            .flatMap((task) => asSeenBy(task, by.person, roster) ?? [])
            .map(({ task, who }) => {
              const { number, text, dueAt, state } = task
              return { number, text, who, dueAt, done: isOver(state) }
            })
        },
      } satisfies Answers<TasksQuery>,
      carriesOut: {
        'task.give': (request, doing) => carryOutGiving(request, parts, doing),
      } satisfies CarriesOut<'task.give'>,
      ...whenDue(
        (work) => nextReminderAt(parts, work),
        (doing) => remindOfTasks(parts, doing),
      ),
    },
  ])
}
