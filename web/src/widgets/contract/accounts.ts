import { readId } from '../../portal/contract/id.ts'
import { WidgetAccountsDocument, WidgetProductLinesDocument } from './account.ts'
import { ask } from './ask.ts'
import { Failure } from './failure.ts'
import { once } from './token.ts'

/** An account for which the token is. */
export type Account = { accountId: string; accountName: string }

/** The accounts whose rights the token shows, by name. */
export function readAccounts(): Promise<Account[]> {
  return once('accounts', async () => {
    const { viewer } = await ask(WidgetAccountsDocument, {})
    const accounts = viewer?.services.find(({ service }) => service === 'LICENSING')?.accounts
    const open = accounts?.filter(({ isOpen }) => isOpen) ?? []
    if (!open.length) {
      throw new Failure('SERVICE_CLOSED')
    }
    return open
  })
}

/** The id of a product line that is named by its id or its name. */
export async function readProductLine(name: string): Promise<string> {
  const { productLines } = await once('product lines', () => ask(WidgetProductLinesDocument, {}))
  const id = readId(name)
  const found = productLines?.nodes.find((line) => line.name === name || line.id === id)
  if (!found) {
    throw new Failure('NOT_FOUND', `product-line="${name}"`)
  }
  return found.id
}
