import type { ComponentProps } from 'react'
import { ChangeDialog, type DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import type { Answer, ChangeInput } from '../../portal/kit/proposal.ts'
import { useChangeWords } from './words.ts'

/** The dialog of a change of the console that is not one of a right: it has the words of the console for what is refused. */
export function ConsoleDialog<Data extends Answer, Input extends ChangeInput>(
  properties: DialogOfChange &
    Omit<ComponentProps<typeof ChangeDialog<Data, Input>>, 'words'> & {
      /** What fields are called here that other changes call otherwise. */
      names?: Readonly<Record<string, string>>
    },
) {
  const { names, ...rest } = properties
  const words = useChangeWords()
  return (
    <ChangeDialog
      {...rest}
      words={names ? { ...words, field: (field) => names[field] ?? words.field?.(field) } : words}
    />
  )
}
