import { createContext, useContext } from 'react'
import type { Contract } from './reference.ts'

/** The contract, and the account whose page shows it. */
export const ContractContext = createContext<{ contract: Contract; account: string } | null>(null)

/** The contract that the page shows. */
export function useContract(): { contract: Contract; account: string } {
  const context = useContext(ContractContext)
  if (context === null) {
    throw new Error('there is no contract above')
  }
  return context
}
