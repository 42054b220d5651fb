import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider } from '@ariakit/react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Search, X } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { useContract } from './contractContext.ts'
import { find, type Found, itemsOf } from './find.ts'
import styles from './Reference.module.css'
import { texts } from './texts.ts'

/** How many results are shown. Whoever needs more types another letter. */
const most = 60

/** How long after the last letter the text goes into the address, in milliseconds. The results do not wait. */
const pause = 300

/** The search over the reference. Its results stand in place of what is below it. */
export function Finder({ text, children }: { text: string | undefined; children: ReactNode }) {
  const { texts: general } = useLanguage()
  const t = useTexts(texts).reference
  const { contract, account } = useContract()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(text ?? '')
  const sent = useRef(text)
  const timer = useRef(0)
  const field = useRef<HTMLInputElement>(null)
  const items = useMemo(() => itemsOf(contract), [contract])
  const found = useMemo(() => find(items, typed), [items, typed])
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (text !== sent.current) {
      // Back, or a link, has changed the address.
      clearTimeout(timer.current)
      sent.current = text
      setTyped(text ?? '')
    }
  }, [text])
  function type(next: string) {
    setTyped(next)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      const wanted = next.trim() || undefined
      // The first letters are a step that Back undoes; those that follow are not.
      const replace = sent.current !== undefined
      sent.current = wanted
      void navigate({
        to: '/accounts/$account/developers',
        params: { account },
        search: wanted === undefined ? { tab: 'reference' } : { text: wanted },
        replace,
        resetScroll: false,
      })
    }, pause)
  }
  function leave() {
    clearTimeout(timer.current)
    setTyped('')
  }
  const searching = typed.trim() !== ''
  return (
    <ComboboxProvider value={typed} setValue={type} open={searching}>
      <div className={styles.finder}>
        <Search size={16} aria-hidden="true" />
        <Combobox
          ref={field}
          type="search"
          className={styles.field}
          placeholder={t.search}
          aria-label={t.search}
          autoSelect="always"
          maxLength={200}
          spellCheck={false}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== '') {
              event.preventDefault()
              type('')
            }
          }}
        />
        {typed !== '' && (
          <button
            type="button"
            className={styles.clear}
            aria-label={general.filters.remove(typed)}
            onClick={() => {
              type('')
              field.current?.focus()
            }}
          >
            <X size={14} aria-hidden="true" />
          </button>
        )}
      </div>
      <output className={styles.count}>{searching ? t.found(Math.min(found.length, most), found.length) : ''}</output>
      {searching ? (
        <ComboboxList className={styles.results} aria-label={general.palette.results} alwaysVisible>
          {found.slice(0, most).map((one) => (
            <Result key={`${one.kind} ${one.path}`} found={one} account={account} leave={leave} />
          ))}
        </ComboboxList>
      ) : (
        children
      )}
    </ComboboxProvider>
  )
}

function Result({ found, account, leave }: { found: Found; account: string; leave: () => void }) {
  const t = useTexts(texts).reference
  const { kind, path, about, type, hash } = found
  return (
    <ComboboxItem
      className={styles.result}
      hideOnClick={false}
      setValueOnClick={false}
      onClick={leave}
      render={
        <Link
          to="/accounts/$account/developers"
          params={{ account }}
          search={type === undefined ? { tab: 'codes' } : { type }}
          {...(hash !== undefined && { hash })}
          hashScrollIntoView={false}
        />
      }
    >
      <code className={styles.path} lang="en" translate="no">
        {path}
      </code>
      <span className={styles.kind}>{t.foundKind[kind]}</span>
      <span className={styles.excerpt} lang="en">
        {about.replaceAll('`', '')}
      </span>
    </ComboboxItem>
  )
}
