import { type Contract, contractOf, type Reference } from './reference.ts'
import address from './reference.json?url'

/** Loads the reference. Its file has a hash in its name, and needs no session. */
export async function loadContract(): Promise<Contract> {
  const answer = await fetch(address, { credentials: 'omit' })
  if (!answer.ok) {
    throw new Error(`the reference of the contract cannot be loaded: ${answer.status}`)
  }
  return contractOf((await answer.json()) as Reference)
}
