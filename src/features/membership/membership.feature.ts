import type { Query } from '../../conversation/dialogue.ts'
import type { Doing, Feature, Reading } from '../../conversation/feature.ts'
import { peopleWithRole } from '../../kernel/directory.ts'
import { may } from '../../kernel/person.ts'
import { bindDialogue, issueCodeDialogue, type MembershipEffect } from './bind.dialogue.ts'
import { type BindGroupEffect, bindGroupDialogue, unbindGroupDialogue } from './bind-group.dialogue.ts'
import { bindingCodes, CODE_HOURS, type CodeDigest } from './binding-codes.ts'
import { type GroupParts, groupService } from './group.service.ts'
import { recogniseGroupWords } from './group-words.ts'
import { type ListeningEffect, listeningDialogue } from './listening.dialogue.ts'
import { membershipTexts as texts } from './membership.texts.ts'

const BIND = /^\s*(?:请?(?:帮我)?绑定|绑定码)[\s:：]*([2-9A-HJ-NP-Za-hj-np-z]{8})\s*$/u
/** Without a code, or with what is none: how it goes is told. */
const ASKS_TO_BIND =
  /^\s*(?:我|俺)?(?:想|要)?(?:请?(?:帮我)?|怎么|咋|如何)绑定(?:一下|账号|身份|会员)?(?:[\s:：]+\S{1,12})?[?？。]?\s*$/u
const ISSUE =
  /^\s*(?:请?给?\s*)?(?:发|生成|要)(?:个|一个)?绑定码(?:给)?[\s:：]*(\S*)\s*$|^\s*给\s*(\S{2,10}?)\s*发(?:个|一个)?绑定码\s*$/u

type Asked =
  | { readonly ask: 'membership.directory' | 'membership.listening' | 'membership.overhears' }
  | { readonly ask: 'membership.binding'; readonly code: string }

export interface MembershipParts extends GroupParts {
  readonly codec: CodeDigest
  /** Whether lines of a group that do not call us reach us on this platform; they do when left out. */
  overhears?(platform: string): boolean
}

/** 身份: who is who. The directory itself is the corridor's port `People`; this is what people say about it. */
export function membershipFeature(parts: MembershipParts): Feature {
  const codes = bindingCodes(parts.store, parts.codec)
  const groups = groupService(parts)
  return {
    name: 'membership',
    dialogues: [bindDialogue, issueCodeDialogue, listeningDialogue, bindGroupDialogue, unbindGroupDialogue],
    recognise(said, { by }): readonly Reading[] {
      const ofGroup = recogniseGroupWords(said.text, by.person)
      if (ofGroup !== undefined) return [ofGroup]
      const bind = BIND.exec(said.text)
      const base = { band: 'command', score: 1, words: ['绑定'] } as const
      if (bind?.[1] !== undefined)
        return [
          { ...base, dialogue: 'membership.bind', label: '绑定账号', data: { code: bind[1].toUpperCase() } },
        ]
      if (ASKS_TO_BIND.test(said.text))
        return [{ ...base, dialogue: 'membership.bind', label: '绑定账号', data: { code: null } }]
      const issue = ISSUE.exec(said.text)
      if (issue === null) return []
      const data = { name: issue[1] || issue[2] || '', allowed: may(by.person, 'roster.manage') }
      return [{ ...base, dialogue: 'membership.issue-code', label: '发绑定码', data }]
    },
    async answer(query: Query, doing) {
      const asked = query as Asked
      switch (asked.ask) {
        case 'membership.directory':
          return doing.directory()
        case 'membership.listening':
          return groups.isListening(doing)
        case 'membership.overhears':
          return parts.overhears?.(doing.by.chat.platform) ?? true
        case 'membership.binding':
          return groups.findBinding(asked.code, doing)
      }
    },
    async perform(effect, doing) {
      const wanted = effect as MembershipEffect | ListeningEffect | BindGroupEffect
      switch (wanted.kind) {
        case 'membership.redeem':
          return redeem(wanted.code, doing)
        case 'membership.issue':
          return issue(wanted.name, doing)
        case 'membership.listen':
          return groups.listen(wanted.on, doing)
        case 'membership.bindGroup':
          return groups.bind(wanted.code, doing)
        case 'membership.unbindGroup':
          return groups.unbind(doing)
      }
    },
    async hear(fact, doing) {
      if (fact.kind === 'chatMoved') await groups.follow(fact.from, fact.to, doing)
    },
    async carryOut(request, doing) {
      if (request.kind !== 'staff.tell') return false
      const avoid = request.avoid === undefined ? {} : { avoid: request.avoid }
      for (const person of peopleWithRole(await doing.directory(), 'staff')) {
        if (person.code === request.except) continue
        const chat = await doing.reach(person.code, avoid)
        if (chat === undefined) continue
        doing.post(`${request.key}:${person.code}`, { to: chat, text: request.text, origin: 'automatic' })
      }
      return true
    },
  }

  function say(text: string, doing: Doing): void {
    doing.post(`${doing.turnKey}:binding`, { to: doing.by.home, text, origin: 'automatic' })
  }

  async function redeem(code: string, doing: Doing): Promise<void> {
    const person = await codes.redeem(code, doing)
    const directory = await doing.directory()
    const known = person === undefined ? undefined : directory.people.get(person)
    if (known === undefined) return say(texts.wrongCode(), doing)
    const company = known.company === undefined ? undefined : directory.companies.get(known.company)?.name
    say(texts.bound(known.name, company), doing)
  }

  async function issue(name: string, doing: Doing): Promise<void> {
    const named = [...(await doing.directory()).people.values()].filter(
      (one) => one.name === name || one.code === name,
    )
    const [only] = named
    if (only === undefined) return say(texts.nobodyNamed(name), doing)
    if (named.length > 1)
      return say(texts.severalNamed(named.map((one) => `${one.name}（${one.code}）`)), doing)
    const code = await codes.issue(only.code, { ...doing, issuedBy: doing.by.person.code ?? 'house' })
    say(texts.codeIssued(only.name, code, CODE_HOURS, await doing.links(`bind-${code}`)), doing)
  }
}
