import type { Engine, EngineParts } from './engine.ts'

/** By the name under which they stand in the table; each is only loaded by the process that measures it. */
export const ENGINES: Readonly<Record<string, (parts: EngineParts) => Promise<Engine>>> = {
  niangjia: async (parts) => (await import('./niangjia.ts')).niangjia(parts, { lexicon: true }),
  'niangjia, no lexicon': async (parts) =>
    (await import('./niangjia.ts')).niangjia(parts, { lexicon: false }),
  MiniSearch: async (parts) => (await import('./minisearch.ts')).minisearch(parts),
  FlexSearch: async (parts) => (await import('./flexsearch.ts')).flexsearch(parts),
  Orama: async (parts) => (await import('./orama.ts')).orama(parts),
  PostgreSQL: async (parts) => (await import('./postgres.ts')).postgres(parts),
}
