import { lookupOf } from '../shell/Lookup.tsx'
import { useCustomersFound, usePartnersFound, usePartsFound } from './found.ts'

/** Finds the customer of an order. */
export const CustomerLookup = lookupOf(useCustomersFound)

/** Finds the partner through whom an order was sold. */
export const PartnerLookup = lookupOf(usePartnersFound)

/** Finds the part number of a line of an order. */
export const PartLookup = lookupOf(usePartsFound)
