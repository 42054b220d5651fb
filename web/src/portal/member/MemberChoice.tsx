import { Combobox, ComboboxItem, ComboboxList, ComboboxPopover, ComboboxProvider } from '@ariakit/react'
import { useDeferredValue, useLayoutEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { answerTo } from '../kit/answer.ts'
import type { Control } from '../kit/Field.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './MemberChoice.module.css'
import { MembersToChooseDocument, type MembersToChooseQuery } from './people.ts'
import { nameOf } from './words.ts'

/** A member who can be chosen. */
export type ChoosableMember = NonNullable<NonNullable<MembersToChooseQuery['account']>['memberships']>['nodes'][number]

/**
 * A field that finds a member of an account by name or address, as many as there are.
 *
 * @param name who is chosen, or what stands for nobody
 * @param none what stands for nobody
 * @param except the membership that cannot be chosen
 * @param current whether only those with access can be chosen
 * @param label names the field, if no Field does
 * @param begun whether the viewer has opened the choice already
 */
export function MemberChoice({
  account,
  name,
  none,
  except,
  current = false,
  begun = false,
  label,
  choose,
  ...control
}: {
  account: string
  name: string
  none: string
  except?: string
  current?: boolean
  begun?: boolean
  label?: string
  choose: (member: ChoosableMember | undefined) => void
} & Partial<Control>) {
  const { texts } = useLanguage()
  const [open, setOpen] = useState(begun)
  const [typed, setTyped] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const wanted = typed?.trim() || null
  const asked = useDeferredValue(wanted)
  const [found] = useQuery({
    query: MembersToChooseDocument,
    variables: { account, text: asked, ...(current && { current }) },
    pause: !open,
  })
  const members = answerTo(wanted, found)?.account?.memberships
  const listed = members?.nodes.filter(({ id }) => id !== except)
  useLayoutEffect(() => {
    if (begun) {
      field.current?.focus()
    }
  }, [begun])
  useLayoutEffect(() => {
    if (typed === null && document.activeElement === field.current) {
      field.current?.select() // so that the next letters take the place of the name
    }
  })
  function show(next: boolean) {
    setOpen(next)
    if (!next) {
      setTyped(null)
    }
  }
  return (
    <ComboboxProvider open={open} setOpen={show} value={typed ?? name} setValue={setTyped} placement="bottom-start">
      <Combobox
        {...control}
        aria-label={label}
        ref={field}
        className={styles.field}
        form="" // Enter chooses, and does not send the form around the field
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && open) {
            event.preventDefault() // it closes the list, and not the dialog around the field
            show(false)
          }
        }}
        autoSelect
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setTyped(null)}
      />
      <ComboboxPopover className={styles.popover} aria-label={texts.people.choice.label} gutter={4} fixed unmountOnHide>
        <ComboboxList className={styles.list} aria-label={texts.people.choice.label}>
          {wanted === null && (
            <ComboboxItem className={styles.item} setValueOnClick={false} hideOnClick onClick={() => choose(undefined)}>
              {none}
            </ComboboxItem>
          )}
          {listed?.map((member) => (
            <ComboboxItem
              key={member.id}
              className={styles.item}
              setValueOnClick={false}
              hideOnClick
              onClick={() => choose(member)}
            >
              {nameOf(member.user)}
              {member.user.email !== null && <span className={styles.second}>{member.user.email}</span>}
            </ComboboxItem>
          ))}
        </ComboboxList>
        {members && members.nodes.length < members.totalCount && (
          <p className={styles.note}>{texts.people.choice.someOf(members.nodes.length, members.totalCount)}</p>
        )}
        {wanted !== null && listed?.length === 0 && <p className={styles.note}>{texts.people.choice.noneFound}</p>}
      </ComboboxPopover>
    </ComboboxProvider>
  )
}
