import { laterDialog } from '../../portal/kit/later.tsx'

/** Adds a term to a right. */
export const RenewDialog = laterDialog(async () => (await import('./TermDialogs.tsx')).RenewDialog)

/** Lets a trial become a paid right. */
export const ConvertDialog = laterDialog(async () => (await import('./TermDialogs.tsx')).ConvertDialog)

/** Grants another total of a right from a day on. */
export const AmendDialog = laterDialog(async () => (await import('./PeriodDialogs.tsx')).AmendDialog)

/** Corrects a period that was recorded wrongly. */
export const CorrectDialog = laterDialog(async () => (await import('./PeriodDialogs.tsx')).CorrectDialog)

/** Voids a period that should never have been recorded. */
export const VoidDialog = laterDialog(async () => (await import('./PeriodDialogs.tsx')).VoidDialog)

/** Puts a right on hold, or suspends it. */
export const StopDialog = laterDialog(async () => (await import('./DecisionDialogs.tsx')).StopDialog)

/** Grants grace to a right. */
export const GraceDialog = laterDialog(async () => (await import('./DecisionDialogs.tsx')).GraceDialog)

/** Cancels the renewal of an evergreen right. */
export const CancelRenewalDialog = laterDialog(async () => (await import('./DecisionDialogs.tsx')).CancelRenewalDialog)

/** Withdraws an entitlement. */
export const WithdrawDialog = laterDialog(async () => (await import('./DecisionDialogs.tsx')).WithdrawDialog)

/** Releases a decision. */
export const ReleaseDialog = laterDialog(async () => (await import('./DecisionDialogs.tsx')).ReleaseDialog)

/** Gives a right another activation id. */
export const ReplaceDialog = laterDialog(async () => (await import('./IdDialogs.tsx')).ReplaceDialog)

/** Sends the activation ids of an entitlement again. */
export const SendDialog = laterDialog(async () => (await import('./IdDialogs.tsx')).SendDialog)

/** Adds a coverage to a right. */
export const AddCoverageDialog = laterDialog(async () => (await import('./CoverageDialogs.tsx')).AddCoverageDialog)

/** Adds a successor of a coverage. */
export const ExtendDialog = laterDialog(async () => (await import('./CoverageDialogs.tsx')).ExtendDialog)

/** Lets a coverage cover a right, too. */
export const LinkCoverageDialog = laterDialog(async () => (await import('./CoverageDialogs.tsx')).LinkCoverageDialog)

/** Takes a right out of a coverage. */
export const UnlinkCoverageDialog = laterDialog(
  async () => (await import('./CoverageDialogs.tsx')).UnlinkCoverageDialog,
)

/** Ends a coverage. */
export const EndDialog = laterDialog(async () => (await import('./CoverageDialogs.tsx')).EndDialog)

/** Corrects a coverage that was recorded wrongly. */
export const CorrectCoverageDialog = laterDialog(
  async () => (await import('./CoverageDialogs.tsx')).CorrectCoverageDialog,
)
