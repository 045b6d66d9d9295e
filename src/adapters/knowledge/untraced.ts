import { LangChainTracer } from '@langchain/core/tracers/tracer_langchain'

type Client = NonNullable<NonNullable<ConstructorParameters<typeof LangChainTracer>[0]>['client']>

const nowhere: Pick<Client, 'createRun' | 'updateRun'> = {
  createRun: () => Promise.resolve(),
  updateRun: () => Promise.resolve(),
}

/**
 * Takes the place of LangChain's own tracer, which sends every prompt to a service abroad as soon as one of
 * the LANGSMITH_TRACING variables is set on the machine, for whatever other program. What people write to the
 * federation goes to the one model that was configured.
 */
export const untraced = [new LangChainTracer({ client: nowhere as Client })]
