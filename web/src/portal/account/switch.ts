import { useNavigate, useRouter } from '@tanstack/react-router'

/** The screens that every account has. A line item belongs to one account; the list is nearest to it elsewhere. */
const elsewhere = {
  '/accounts/$account/': '/accounts/$account',
  '/accounts/$account/entitlements': '/accounts/$account/entitlements',
  '/accounts/$account/entitlements/$line': '/accounts/$account/entitlements',
  '/accounts/$account/people': '/accounts/$account/people',
  '/accounts/$account/activity': '/accounts/$account/activity',
  '/accounts/$account/settings': '/accounts/$account/settings',
} as const

/** Shows the same screen of another account, for the same day. */
export function useSwitchAccount(): (account: string) => void {
  const navigate = useNavigate()
  const router = useRouter()
  return (account) => {
    const shown = router.state.matches.at(-1)?.routeId
    const to = elsewhere[shown as keyof typeof elsewhere] ?? '/accounts/$account'
    void navigate({ to, params: { account } })
  }
}
