import type { PartNumberGap } from '../../portal/contract/types.ts'
import type { EnteredPart } from './partNumber.ts'

/**
 * What a part number would lack as it is entered, in the order of the contract, which refuses to issue under one with
 * gaps. The terms of its license model are left out: the server knows them.
 *
 * @param modelOfProduct whether the product has a license model, which counts if the part number names none
 */
export function gapsOf(entered: EnteredPart, modelOfProduct: boolean): PartNumberGap[] {
  const { term } = entered
  const lacks: [boolean, PartNumberGap][] = [
    [entered.product === '', 'PRODUCT'],
    [entered.licenseModel === '' && !modelOfProduct, 'LICENSE_MODEL'],
    [entered.unit === '', 'UNIT'],
    [term === '', 'TERM'],
    [(term === 'SUBSCRIPTION' || term === 'TRIAL') && entered.termLength === '', 'TERM_LENGTH'],
    [entered.startRule === '', 'START_RULE'],
    [entered.packSize === '', 'PACK_SIZE'],
    [term === 'PERPETUAL' && entered.coverageKind !== '' && entered.coverageLength === '', 'COVERAGE_LENGTH'],
  ]
  return lacks.flatMap(([is, gap]) => (is ? [gap] : []))
}
