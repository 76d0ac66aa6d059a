/**
 * US dollars of a DPU-hour: AWS's list price in most regions (its own example: 5 DPUs for 24 minutes
 * are $0.88). What an account really pays may differ.
 */
export const USD_PER_DPU_HOUR = 0.44;

/** Of a memory-optimised DPU, which R.* and Z.* workers are counted in. */
export const USD_PER_M_DPU_HOUR = 0.52;

/** Glue bills each session for at least a minute. */
export const LEAST_BILLED_SECONDS = 60;
