import { Combobox, ComboboxGroup, ComboboxGroupLabel, ComboboxItem, ComboboxList, ComboboxProvider } from '@ariakit/react'
import { Check } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useQuery } from 'urql'
import { isId, mayBeName } from '../contract/id.ts'
import { answerTo } from '../kit/answer.ts'
import { takeFocus } from '../kit/Dialog.tsx'
import { fits } from '../kit/fits.ts'
import { useLanguage } from '../language/language.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { AccountByNameDocument, AccountSearchDocument, NearAccountsDocument } from './account.ts'
import { useSwitchAccount } from './switch.ts'
import styles from '../kit/Choice.module.css'

type Choice = { id: string; name: string }

/**
 * The choice of an account: the viewer's own, those above and below the one that is shown, and, for those of the
 * producer, any that the server finds.
 *
 * @param current the account that is shown, if one is
 * @param done is called after the choice
 */
export function AccountChoice({ current, done }: { current?: Choice; done: () => void }) {
  const { texts } = useLanguage()
  const t = texts.frame.accounts
  const viewer = useViewer()
  const switchTo = useSwitchAccount()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const asked = useDeferredValue(wanted === '' ? null : wanted)
  const ofProducer = viewer.producerRole !== null && viewer.viewingAs === null
  const [found] = useQuery({
    query: AccountSearchDocument,
    variables: { text: asked },
    pause: !ofProducer,
  })
  const byId = isId(wanted, 'acct')
  const isName = mayBeName(wanted)
  const [exact] = useQuery({
    query: AccountByNameDocument,
    variables: { id: byId ? wanted : 'acct_', isId: byId, external: { value: wanted }, isName },
    pause: !ofProducer || (!byId && !isName),
  })
  const named = byId || isName ? [exact.data?.node, exact.data?.lookup] : []
  const [near] = useQuery({ query: NearAccountsDocument, variables: { account: current?.id ?? '' }, pause: !current })
  const narrow = (accounts: readonly Choice[]) => accounts.filter((account) => fits(account.name, wanted))
  const own = narrow(viewer.narrowedTo ? [viewer.narrowedTo] : viewer.memberships.map((m) => m.account))
  const above = narrow(near.data?.account?.parents ?? []).filter((a) => !own.some((o) => o.id === a.id))
  const below = narrow(near.data?.account?.below?.nodes ?? []).filter((a) => !own.some((o) => o.id === a.id))
  const shown = new Set([...own, ...above, ...below].map((account) => account.id))
  const answer = ofProducer ? answerTo(wanted === '' ? null : wanted, found) : undefined
  const listed = answer?.accounts
  const others = ofProducer
    ? [...named.flatMap((thing) => (thing?.__typename === 'Account' ? [thing] : [])), ...(listed?.nodes ?? [])].filter(
        (account) => !shown.has(account.id),
      )
    : []
  const left = listed ? listed.totalCount - listed.nodes.length : 0
  const groups = [
    { name: t.own, accounts: own },
    { name: t.above, accounts: above },
    { name: t.below(current?.name ?? ''), accounts: below },
    { name: t.all, accounts: others },
  ].filter((group) => group.accounts.length > 0)
  function choose(account: Choice) {
    done()
    switchTo(account.id)
  }
  return (
    <ComboboxProvider setValue={setText} open>
      <Combobox
        className={styles.field}
        ref={takeFocus}
        placeholder={texts.account.searchAccounts}
        aria-label={texts.account.searchAccounts}
        autoSelect
      />
      <ComboboxList className={styles.list} aria-label={texts.account.switch}>
        {groups.map((group) => (
          <ComboboxGroup key={group.name} className={styles.group}>
            <ComboboxGroupLabel className={styles.label}>{group.name}</ComboboxGroupLabel>
            {group.accounts.map((account) => (
              <ComboboxItem
                key={account.id}
                className={styles.item}
                focusOnHover
                hideOnClick={false}
                onClick={() => choose(account)}
              >
                <span className={styles.main}>{account.name}</span>
                {account.id === current?.id && (
                  <span className={styles.aside}>
                    <Check size={14} aria-hidden="true" /> {t.shown}
                  </span>
                )}
              </ComboboxItem>
            ))}
          </ComboboxGroup>
        ))}
      </ComboboxList>
      {listed && left > 0 && (
        <p className={styles.none}>{texts.account.someOf(listed.nodes.length, listed.totalCount)}</p>
      )}
      {groups.length === 0 && !found.fetching && !exact.fetching && <p className={styles.none}>{texts.account.noneFound}</p>}
    </ComboboxProvider>
  )
}
