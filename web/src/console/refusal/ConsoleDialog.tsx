import type { ComponentProps } from 'react'
import { ChangeDialog, type DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import type { Answer, ChangeInput } from '../../portal/kit/proposal.ts'
import type { ChangeWords } from '../../portal/kit/useChange.ts'
import { useChangeWords } from './words.ts'

/** The dialog of a change of the console that is not one of a right: it has the words of the console for what is refused. */
export function ConsoleDialog<Data extends Answer, Input extends ChangeInput>(
  properties: DialogOfChange &
    Omit<ComponentProps<typeof ChangeDialog<Data, Input>>, 'words'> & {
      /** What fields are called here that other changes call otherwise. */
      names?: Readonly<Record<string, string>>
      /** The units that effects name by their codes. */
      units?: ChangeWords['units'] | undefined
    },
) {
  const { names, units, ...rest } = properties
  const words = useChangeWords()
  const field = (name: string) => names?.[name] ?? words.field?.(name)
  return <ChangeDialog {...rest} words={{ ...words, field, ...(units && { units }) }} />
}
