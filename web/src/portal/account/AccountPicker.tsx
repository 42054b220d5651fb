import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider } from '@ariakit/react'
import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { useLanguage } from '../language/language.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { AccountSearchDocument } from './account.ts'
import styles from './AccountPicker.module.css'

/**
 * Switches to another account: one of the viewer's, or, for those of the producer, any that the server finds.
 *
 * @param current what the button shows
 * @param open whether the choice is shown at once
 */
export function AccountPicker({ current, open = false }: { current?: { name: string; below: string }; open?: boolean }) {
  const { texts } = useLanguage()
  const viewer = useViewer()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const ofProducer = viewer.producerRole !== null && viewer.viewingAs === null
  const [{ data }] = useQuery({
    query: AccountSearchDocument,
    variables: { text: wanted === '' ? null : wanted },
    pause: !ofProducer,
  })
  useEffect(() => {
    if (open) {
      dialog.current?.showModal()
    }
  }, [open])
  const own = viewer.memberships
    .map((membership) => membership.account)
    .filter((account) => account.name.toLowerCase().includes(wanted.toLowerCase()))
  const accounts = ofProducer ? (data?.accounts?.nodes ?? []) : own
  function choose(account: string) {
    dialog.current?.close()
    void navigate({ to: '/accounts/$account', params: { account } })
  }
  return (
    <>
      {current && (
        <button type="button" className={styles.button} title={texts.account.switch} onClick={() => dialog.current?.showModal()}>
          <span className={styles.name}>{current.name}</span>
          <span className={styles.below}>{current.below}</span>
          <ChevronsUpDown size={14} aria-hidden="true" />
        </button>
      )}
      <dialog ref={dialog} className={styles.dialog} closedby="any" aria-label={texts.account.switch}>
        <ComboboxProvider setValue={setText} open>
          <Combobox className={styles.field} placeholder={texts.account.searchAccounts} autoSelect />
          <ComboboxList className={styles.list}>
            {accounts.map((account) => (
              <ComboboxItem key={account.id} className={styles.item} onClick={() => choose(account.id)}>
                {account.name}
              </ComboboxItem>
            ))}
          </ComboboxList>
          {accounts.length === 0 && <p className={styles.none}>{texts.account.noneFound}</p>}
        </ComboboxProvider>
      </dialog>
    </>
  )
}
