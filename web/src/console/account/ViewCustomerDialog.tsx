import { laterDialog } from '../../portal/kit/later.tsx'

const ViewAsDialog = laterDialog(async () => (await import('../../portal/shell/ViewingDialogs.tsx')).ViewAsDialog)

type Properties = { account: { id: string; name: string }; close: () => void }

/** Lets the viewer see an account as its administrators do. It begins with the account's first screen of the portal. */
export function ViewCustomerDialog({ account, close }: Properties) {
  function begun(): undefined {
    location.assign(`/accounts/${account.id}`)
  }
  return <ViewAsDialog account={account} close={close} begun={begun} />
}
