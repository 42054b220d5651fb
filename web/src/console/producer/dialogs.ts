import { laterDialog } from '../../portal/kit/later.tsx'

/** Names the owner of the keys of the producer's programs, for those that were just made. */
export const producerOwns = 'producer'

/** Adds a person of the producer. */
export const AddUserDialog = laterDialog(async () => (await import('./UserDialogs.tsx')).AddUserDialog)

/** Gives a person another role. */
export const RoleDialog = laterDialog(async () => (await import('./UserDialogs.tsx')).RoleDialog)

/** Gives a person another e-mail address. */
export const EmailDialog = laterDialog(async () => (await import('./UserDialogs.tsx')).EmailDialog)

/** Prevents a person from signing in. */
export const DeactivateDialog = laterDialog(async () => (await import('./UserDialogs.tsx')).DeactivateDialog)

/** Lets a person sign in again. */
export const ReactivateDialog = laterDialog(async () => (await import('./UserDialogs.tsx')).ReactivateDialog)

/** Erases what is known of a person. */
export const EraseDialog = laterDialog(async () => (await import('./UserDialogs.tsx')).EraseDialog)

/** Makes a key for a program of the producer. */
export const CreateProducerKeyDialog = laterDialog(
  async () => (await import('./ProducerKeyDialog.tsx')).CreateProducerKeyDialog,
)
