import { readFile, writeFile } from 'node:fs/promises'
import { results } from '../roles.ts'

/** A line item of the sample base. */
export interface SampleLine {
  id: string
  activationId: string
  /** The name of the product with its version, as pages write it. */
  product: string
  productLine: string
  /** The number of the entitlement. */
  entitlement: string
}

/** What the tests of the portal know of the sample base. */
export interface Sample {
  /** The account of the roles of a customer. */
  account: { id: string; name: string }
  /** A line item that is activated. */
  activated: SampleLine
  /** A line item of which a license server holds a part. */
  served: SampleLine
  /** A device that uses the activated line item, and a license server that holds a part of the served one, by their ids. */
  device: string
  server: string
  productLines: { id: string; name: string }[]
}

const place = `${results}/sample.json`

/** Keeps what the first test of a run found, for the others. */
export async function keepSample(sample: Sample) {
  await writeFile(place, JSON.stringify(sample))
}

/** What the first test of a run found. */
export async function readSample(): Promise<Sample> {
  return JSON.parse(await readFile(place, 'utf8')) as Sample
}
