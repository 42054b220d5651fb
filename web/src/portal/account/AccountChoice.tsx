import {
  Combobox,
  ComboboxGroup,
  ComboboxGroupLabel,
  ComboboxItem,
  ComboboxList,
  ComboboxProvider,
} from '@ariakit/react'
import { useNavigate } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useQuery } from 'urql'
import { isId, mayBeName } from '../contract/id.ts'
import { answerTo } from '../kit/answer.ts'
import { takeFocus } from '../kit/Dialog.tsx'
import { fits } from '../kit/fits.ts'
import { pasted } from '../contract/pasted.ts'
import { useLanguage } from '../language/language.tsx'
import { foundIn, once } from '../palette/found.ts'
import { useViewer } from '../viewer/viewer.tsx'
import { AccountSearchDocument, NearAccountsDocument, ReadOutDocument } from './account.ts'
import { NoCustomers } from './empty/NoCustomers.tsx'
import { useSwitchAccount } from './switch.ts'
import styles from '../kit/Choice.module.css'

type Choice = { id: string; name: string }

/**
 * The choice of an account: the viewer's own, those above and below the one that is shown, and, for those of the
 * producer, any that the server finds, also by what a customer reads out: an activation id, or the id or number of a line
 * item or an entitlement.
 *
 * @param current the account that is shown, if one is
 * @param done is called after the choice
 */
export function AccountChoice({ current, done }: { current?: Choice; done: () => void }) {
  const { texts } = useLanguage()
  const t = texts.frame.accounts
  const viewer = useViewer()
  const switchTo = useSwitchAccount()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const wanted = pasted(text)
  const asked = useDeferredValue(wanted === '' ? null : wanted)
  const ofProducer = viewer.producerRole !== null && viewer.viewingAs === null
  const [found] = useQuery({
    query: AccountSearchDocument,
    variables: { text: asked },
    pause: !ofProducer,
  })
  const byId = isId(wanted)
  const isName = mayBeName(wanted)
  const [exact] = useQuery({
    query: ReadOutDocument,
    variables: {
      id: byId ? wanted : 'acct_',
      isId: byId,
      external: { value: wanted },
      isName,
      capitals: { value: wanted.toUpperCase() },
      hasSmall: isName && wanted !== wanted.toUpperCase(),
    },
    pause: !ofProducer || (!byId && !isName),
  })
  const { node, lookup, inCapitals } = (ofProducer && (byId || isName) && exact.data) || {}
  const readOut = foundIn({ node: node ?? null, lookup: lookup ?? inCapitals ?? null })
  const [near] = useQuery({ query: NearAccountsDocument, variables: { account: current?.id ?? '' }, pause: !current })
  const narrow = (accounts: readonly Choice[]) => accounts.filter((account) => fits(account.name, wanted))
  const own = narrow(viewer.narrowedTo ? [viewer.narrowedTo] : viewer.memberships.map((m) => m.account))
  const above = narrow(near.data?.account?.parents ?? []).filter((a) => !own.some((o) => o.id === a.id))
  const below = narrow(near.data?.account?.below?.nodes ?? []).filter((a) => !own.some((o) => o.id === a.id))
  const shown = new Set([...own, ...above, ...below].map((account) => account.id))
  const answer = ofProducer ? answerTo(wanted === '' ? null : wanted, found) : undefined
  const listed = answer?.accounts
  const others = ofProducer
    ? once([...readOut.accounts, ...(listed?.nodes ?? [])]).filter((account) => !shown.has(account.id))
    : []
  const left = listed ? listed.totalCount - listed.nodes.length : 0
  const groups = [
    { name: t.own, accounts: own },
    { name: t.above, accounts: above },
    { name: t.below(current?.name ?? ''), accounts: below },
    { name: t.all, accounts: others },
  ].filter((group) => group.accounts.length > 0)
  const label = ofProducer ? t.search : texts.account.searchAccounts
  const held = [
    ...readOut.lines.map((line) => ({
      id: line.id,
      name: line.name,
      number: line.activationId,
      account: line.account,
      open: () =>
        navigate({ to: '/accounts/$account/entitlements/$line', params: { account: line.account.id, line: line.id } }),
    })),
    ...readOut.entitlements.map((entitlement) => ({
      id: entitlement.id,
      name: texts.lines.names.entitlement,
      number: entitlement.number,
      account: entitlement.account,
      open: () =>
        navigate({
          to: '/accounts/$account/entitlements',
          params: { account: entitlement.account.id },
          search: { text: entitlement.number, status: 'all' },
        }),
    })),
  ]
  const waits = found.fetching || exact.fetching
  function choose(account: Choice) {
    done()
    switchTo(account.id)
  }
  return (
    <ComboboxProvider setValue={setText} open>
      <Combobox className={styles.field} ref={takeFocus} placeholder={label} aria-label={label} autoSelect />
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
        {held.length > 0 && (
          <ComboboxGroup className={styles.group}>
            <ComboboxGroupLabel className={styles.label}>{texts.navigation.entitlements}</ComboboxGroupLabel>
            {held.map(({ id, name, number, account, open }) => (
              <ComboboxItem
                key={id}
                className={styles.item}
                focusOnHover
                hideOnClick={false}
                setValueOnClick={false}
                onClick={() => {
                  done()
                  void open()
                }}
              >
                <span className={styles.main}>{name}</span>
                <span className={styles.aside}>
                  {account.name} · <code>{number}</code>
                </span>
              </ComboboxItem>
            ))}
          </ComboboxGroup>
        )}
      </ComboboxList>
      {listed && left > 0 && (
        <p className={styles.none}>{texts.account.someOf(listed.nodes.length, listed.totalCount)}</p>
      )}
      {groups.length + held.length === 0 &&
        !waits &&
        (ofProducer && wanted === '' ? (
          <NoCustomers />
        ) : (
          <p className={styles.none}>{ofProducer ? t.nothingFound : texts.account.noneFound}</p>
        ))}
    </ComboboxProvider>
  )
}
