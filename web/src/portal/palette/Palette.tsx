import {
  Combobox,
  ComboboxGroup,
  ComboboxGroupLabel,
  ComboboxItem,
  ComboboxList,
  ComboboxProvider,
} from '@ariakit/react'
import { useNavigate } from '@tanstack/react-router'
import { FileText, Mail, Receipt, UserRound, Building2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import type { AccountQuery } from '../account/account.ts'
import type { Days } from '../day/day.tsx'
import { heldStatuses } from '../entitlement/states.ts'
import { isId, mayBeName } from '../contract/id.ts'
import { answerTo } from '../kit/answer.ts'
import choice from '../kit/Choice.module.css'
import { takeFocus } from '../kit/Dialog.tsx'
import { fits } from '../kit/fits.ts'
import { useLanguage } from '../language/language.tsx'
import { Keys } from '../shell/Keys.tsx'
import { pasted } from '../contract/pasted.ts'
import type { Screen } from '../shell/screens.ts'
import type { Panel } from '../shell/Shell.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { useActions } from './actions.ts'
import { exactLines, type FoundLine, foundIn, lineOf, once } from './found.ts'
import { NearInvitationsDocument, NearLinesDocument, PaletteDocument } from './palette.ts'
import { recentLines, rememberLine } from './recent.ts'

/** How many line items there are at most, besides one that was found by its very name. */
const most = 7

/** How long the palette waits for the next letter before it asks the server, in milliseconds. */
const patience = 120

/** The text once it has stayed the same for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), patience)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/**
 * Finds screens, actions, line items, entitlements, people and accounts, and leads there. What the page knows is shown
 * at once; what the server finds follows.
 */
export function Palette({
  account,
  shown,
  screens,
  days,
  open,
  done,
  begun = '',
}: {
  account: string
  shown: AccountQuery['account'] | undefined
  screens: readonly Screen[]
  days: Days
  open: (panel: Panel) => void
  done: () => void
  /** What was typed before the palette was there. */
  begun?: string
}) {
  const { texts } = useLanguage()
  const t = texts.palette
  const navigate = useNavigate()
  const viewer = useViewer()
  const [typed, setTyped] = useState(begun)
  const text = pasted(typed)
  const asked = useSettled(text)
  const licensing = shown?.viewerServices.includes('LICENSING') ?? false
  const scope = { account, includeSubAccounts: true }
  const [answer] = useQuery({
    query: PaletteDocument,
    variables: {
      account,
      words: { ...scope, text: asked },
      activation: { ...scope, activationIdStartsWith: asked.toUpperCase() },
      number: { ...scope, numberStartsWith: asked.toUpperCase() },
      external: { value: asked },
      id: asked,
      text: asked,
      licensing,
      isName: licensing && mayBeName(asked),
      isId: isId(asked),
      people: shown?.viewerCanSeeMembers ?? false,
    },
    pause: asked === '',
  })
  // Until there is an answer to this very text, only what the page knows is shown: Enter must not open anything else.
  const data = text === '' ? undefined : answerTo(text, answer)
  const found = foundIn(data)
  // What is held is asked for once, so that the first letters find it without waiting for the server.
  const [near] = useQuery({
    query: NearLinesDocument,
    variables: { held: { ...scope, status: [...heldStatuses] } },
    pause: !licensing,
  })
  const [invitations] = useQuery({
    query: NearInvitationsDocument,
    variables: { account },
    pause: text === '' || shown?.viewerCanSeeMembers !== true,
  })
  const invited = (invitations.data?.account?.invited?.nodes ?? []).filter(
    ({ email }) => text !== '' && fits(email, text),
  )
  const accounts = found.accounts.filter(({ id }) => id !== account)
  const actions = useActions({ account, shown, days, open }).filter(({ name }) => text === '' || fits(name, text))
  const places = screens.filter(({ name }) => text === '' || fits(texts.navigation[name], text))
  const recent = recentLines(viewer.user?.id ?? '')
  const known = [...recent, ...(near.data?.lineItems?.nodes ?? []).map(lineOf)].filter((line) =>
    fits(`${line.name} ${line.activationId}`, text),
  )
  const lines =
    text === '' ? recent : once([...known.slice(0, most), ...found.lines]).slice(0, most + exactLines(data).length)
  const go = (act: () => void) => () => {
    done()
    act()
  }
  function openLine(line: FoundLine) {
    rememberLine(viewer.user?.id ?? '', line)
    void navigate({ to: '/accounts/$account/entitlements/$line', params: { account, line: line.id } })
  }
  const none =
    places.length + actions.length + lines.length === 0 &&
    found.entitlements.length + found.people.length + invited.length + accounts.length === 0
  const searching = text !== '' && (answer.fetching || asked !== text)
  // Enter before there is any result opens the first one that comes, unless the text changes.
  const entered = useRef<string | null>(null)
  const results = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (entered.current === text && !searching) {
      entered.current = null
      results.current?.querySelector<HTMLElement>('[role="option"]')?.click()
    }
  }, [text, searching])
  return (
    <ComboboxProvider defaultValue={begun} setValue={setTyped} open>
      <Combobox
        className={choice.field}
        ref={takeFocus}
        placeholder={texts.search.placeholder}
        aria-label={texts.search.open}
        autoSelect="always"
        maxLength={200}
        onKeyDown={({ key, nativeEvent }) => {
          entered.current = key === 'Enter' && !nativeEvent.isComposing && none && searching ? text : null
        }}
      />
      <ComboboxList ref={results} className={choice.list} aria-label={t.results}>
        <Group name={texts.search.screens} rows={places}>
          {({ name, to, icon: Icon, key }) => (
            <Item key={name} act={go(() => void navigate({ to, params: { account } }))}>
              <Icon size={16} aria-hidden="true" />
              <span className={choice.main}>{texts.navigation[name]}</span>
              <span className={choice.aside}>
                <Keys keys={`g ${key}`} />
              </span>
            </Item>
          )}
        </Group>
        <Group name={text === '' ? t.recent : texts.search.lineItems} rows={lines}>
          {(line) => (
            <Item key={line.id} act={go(() => openLine(line))}>
              <FileText size={16} aria-hidden="true" />
              <span className={choice.main}>{line.name}</span>
              <span className={choice.aside}>
                {line.account.id !== account && `${line.account.name} · `}
                <code>{line.activationId}</code>
              </span>
            </Item>
          )}
        </Group>
        <Group name={t.entitlements} rows={found.entitlements}>
          {(entitlement) => (
            <Item
              key={entitlement.id}
              act={go(
                () =>
                  void navigate({
                    to: '/accounts/$account/entitlements',
                    params: { account },
                    search: { text: entitlement.number, status: 'all' },
                  }),
              )}
            >
              <Receipt size={16} aria-hidden="true" />
              <span className={choice.main}>{entitlement.number}</span>
              <span className={choice.aside}>{entitlement.account.name}</span>
            </Item>
          )}
        </Group>
        <Group name={t.people} rows={found.people}>
          {(person) => (
            <Item
              key={person.id}
              act={go(
                () =>
                  void navigate({
                    to: '/accounts/$account/people',
                    params: { account },
                    search: { text: person.userName },
                  }),
              )}
            >
              <UserRound size={16} aria-hidden="true" />
              <span className={choice.main}>{person.name}</span>
              <span className={choice.aside}>{person.userName}</span>
            </Item>
          )}
        </Group>
        <Group name={t.invited} rows={invited.slice(0, most)}>
          {({ id, email }) => (
            <Item
              key={id}
              act={go(
                () =>
                  void navigate({
                    to: '/accounts/$account/people',
                    params: { account },
                    search: { tab: 'invitations' },
                  }),
              )}
            >
              <Mail size={16} aria-hidden="true" />
              <span className={choice.main}>{email}</span>
            </Item>
          )}
        </Group>
        <Group name={t.accounts} rows={accounts}>
          {(other) => (
            <Item
              key={other.id}
              act={go(() => void navigate({ to: '/accounts/$account', params: { account: other.id } }))}
            >
              <Building2 size={16} aria-hidden="true" />
              <span className={choice.main}>{other.name}</span>
            </Item>
          )}
        </Group>
        <Group name={t.actions} rows={actions}>
          {({ name, icon: Icon, keys, act }) => (
            <Item key={name} act={go(act)}>
              <Icon size={16} aria-hidden="true" />
              <span className={choice.main}>{name}</span>
              {keys !== undefined && (
                <span className={choice.aside}>
                  <Keys keys={keys} />
                </span>
              )}
            </Item>
          )}
        </Group>
      </ComboboxList>
      <output className={choice.foot}>
        {searching ? t.searching : none ? `${texts.search.nothing} ${texts.search.notOrders}` : t.hint}
      </output>
    </ComboboxProvider>
  )
}

/** Results of one kind, with their kind above. Without results there is nothing. */
function Group<Row>({
  name,
  rows,
  children,
}: {
  name: string
  rows: readonly Row[]
  children: (row: Row) => ReactNode
}) {
  if (rows.length === 0) {
    return null
  }
  return (
    <ComboboxGroup className={choice.group}>
      <ComboboxGroupLabel className={choice.label}>{name}</ComboboxGroupLabel>
      {rows.map(children)}
    </ComboboxGroup>
  )
}

function Item({ act, children }: { act: () => void; children: ReactNode }) {
  return (
    <ComboboxItem className={choice.item} focusOnHover hideOnClick={false} setValueOnClick={false} onClick={act}>
      {children}
    </ComboboxItem>
  )
}
