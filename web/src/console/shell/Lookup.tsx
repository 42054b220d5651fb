import { Combobox, ComboboxItem, ComboboxList, ComboboxPopover, ComboboxProvider } from '@ariakit/react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Control } from '../../portal/kit/Field.tsx'
import choice from '../../portal/member/MemberChoice.module.css'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { texts as table } from './texts.ts'

/** Something that was found. */
export type Found = { id: string; name: string; second?: string | undefined }

/** What finds things by a text; undefined until the answer is there. */
export type UseFound<Of extends Found> = (text: string, open: boolean) => readonly Of[] | undefined

/** What a field that finds things is given. */
type Choosing<Of extends Found> = {
  /** What the chosen one is called; empty if none is chosen. */
  name: string
  choose: (found: Of | null) => void
  /** Whether the field has the focus when it appears. */
  begun?: boolean
} & Control

/** Makes a field that finds one thing of many by what is typed. Enter takes the first one that was found. */
export function lookupOf<Of extends Found>(useFound: UseFound<Of>) {
  return function Lookup({ name, choose, begun = false, ...control }: Choosing<Of>) {
    const t = useTexts(table).lookup
    const [open, setOpen] = useState(false)
    const [typed, setTyped] = useState<string | null>(null)
    const field = useRef<HTMLInputElement>(null)
    const wanted = typed?.trim() ?? ''
    const found = useFound(wanted, open)
    useLayoutEffect(() => {
      if (begun) {
        field.current?.focus()
      }
    }, [begun])
    function show(next: boolean) {
      setOpen(next)
      if (!next) {
        setTyped(null)
      }
    }
    return (
      <ComboboxProvider
        open={open}
        setOpen={show}
        value={typed ?? name}
        setValue={(text) => {
          setTyped(text)
          if (text === '') {
            choose(null)
          }
        }}
        placement="bottom-start"
      >
        <Combobox
          {...control}
          ref={field}
          placeholder={t.type}
          maxLength={200}
          autoSelect
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => setTyped(null)}
        />
        <ComboboxPopover className={choice.popover} aria-label={t.found} gutter={4} fixed unmountOnHide>
          <ComboboxList className={choice.list} aria-label={t.found}>
            {found?.map((one) => (
              <ComboboxItem
                key={one.id}
                className={choice.item}
                setValueOnClick={false}
                hideOnClick
                onClick={() => choose(one)}
              >
                {one.name}
                {one.second !== undefined && <span className={choice.second}>{one.second}</span>}
              </ComboboxItem>
            ))}
          </ComboboxList>
          {found?.length === 0 && <p className={choice.note}>{t.none}</p>}
        </ComboboxPopover>
      </ComboboxProvider>
    )
  }
}
