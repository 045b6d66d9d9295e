import { audience, common, demo, flag, json, text, type Verb, wholeNumber } from './verb.ts'

/** Verbs about documents and questions. */
export const POLICY: Readonly<Record<string, Verb>> = {
  'docs add': {
    about: 'documents in: files and folders',
    args: {
      audience: {
        ...audience,
        description: 'who may read them: everybody (default), members, internal, chamber:CODE',
      },
      jsonl: { type: 'boolean', description: 'a file of {"doc_id","title","text"} lines' },
      json,
      demo,
    },
    run: async (args) =>
      (await import('./docs.ts')).docsAddCommand({
        paths: args._,
        audience: text(args.audience),
        jsonl: flag(args.jsonl),
        ...common(args),
      }),
  },
  'docs list': {
    about: 'the documents there are',
    args: { audience, json, demo },
    run: async (args) =>
      (await import('./docs.ts')).docsListCommand({ audience: text(args.audience), ...common(args) }),
  },
  'docs remove': {
    about: 'takes a document out of the answers',
    args: { doc: { type: 'positional', required: true, description: 'its name in docs list' }, json, demo },
    run: async (args) =>
      (await import('./docs.ts')).docsRemoveCommand({ doc: text(args.doc) ?? '', ...common(args) }),
  },
  'docs embed': {
    about: 'makes at once what an embedding model makes in the background',
    args: { json, demo },
    run: async (args) => (await import('./docs-embed.ts')).docsEmbedCommand(common(args)),
  },
  'docs search': {
    about: 'reads {"id","question"} lines and gives the best passages',
    args: {
      top: { type: 'string', default: '10', description: 'documents a question' },
      audience,
      json,
      demo,
    },
    run: async (args) =>
      (await import('./docs.ts')).docsSearchCommand({
        top: wholeNumber('--top', args.top),
        audience: text(args.audience),
        ...common(args),
      }),
  },
  ask: {
    about: 'a policy question, or {"id","question"} lines with --json',
    args: {
      question: { type: 'positional', required: false, description: 'left out with --json' },
      'as-of': { type: 'string', description: 'as the rules stood on this day' },
      audience,
      json,
      demo,
    },
    run: async (args) =>
      (await import('./ask.ts')).askCommand({
        question: text(args.question),
        asOf: text(args['as-of']),
        audience: text(args.audience),
        ...common(args),
      }),
  },
}
