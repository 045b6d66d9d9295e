import fc from 'fast-check'

/**
 * The same examples in every run, so that a change is judged by what it changed. Look further with
 * `PROPERTY_SEED=random npm test`, or repeat a failure with the seed it printed.
 */
const wanted = process.env.PROPERTY_SEED
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted ?? 20_260_302) })
