import type { FirstStepsQuery } from './catalog.ts'

/** What is entered before the first order can be issued, in the order in which one needs the other. */
export const stepNames = ['line', 'product', 'unit', 'model', 'part', 'price', 'account', 'order'] as const

/** One of the steps. */
export type StepName = (typeof stepNames)[number]

/** Which steps belong to the catalog. */
export const catalogSteps = stepNames.slice(0, 6)

/** A step, whether something of it is there already, and for the price the part number that has none yet. */
export type Step = { name: StepName; done: boolean; part?: { id: string; code: string } }

/** Whether a list has anything. */
function some(list: { nodes: readonly unknown[] } | null): boolean {
  return (list?.nodes.length ?? 0) > 0
}

/**
 * The steps to the first order.
 *
 * @param found how far the server is; its first hundred part numbers are enough, because one that is complete and has a
 *   price is all that a first order needs
 */
export function stepsOf(found: FirstStepsQuery): Step[] {
  const parts = found.partNumbers?.nodes ?? []
  const complete = parts.filter(({ gaps }) => gaps.length === 0)
  const priced = complete.some(({ listPrices }) => listPrices.length > 0)
  const [first] = complete
  const [begun] = parts
  return [
    { name: 'line', done: some(found.productLines) },
    { name: 'product', done: some(found.products) },
    { name: 'unit', done: some(found.unitsOfMeasure) },
    { name: 'model', done: some(found.licenseModels) },
    { name: 'part', done: first !== undefined, ...(first === undefined && begun && { part: begun }) },
    { name: 'price', done: priced, ...(!priced && first && { part: first }) },
    { name: 'account', done: some(found.accounts) },
    { name: 'order', done: some(found.entitlements) },
  ]
}

/**
 * Whether nothing is left of these steps before the first order. A price is not needed for it, but seldom left out. Once
 * rights were issued or imported, a server is no longer new.
 */
export function isSetUp(steps: readonly Step[], names: readonly StepName[]): boolean {
  const issued = steps.some(({ name, done }) => name === 'order' && done)
  return issued || steps.every(({ name, done }) => done || name === 'order' || !names.includes(name))
}
