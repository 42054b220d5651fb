/** The parts of the screen of the producer's people. */
export const producerTabs = ['people', 'keys'] as const

/** One of the parts. */
export type ProducerTab = (typeof producerTabs)[number]

/** What the address says of the screen: its part, if it is not the first. */
export type ProducerSearch = { tab?: ProducerTab }

/** Reads the address of the screen of the producer's people. */
export function producerSearch({ tab }: Record<string, unknown>): ProducerSearch {
  return tab === 'keys' ? { tab } : {}
}
