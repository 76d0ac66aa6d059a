import fc from "fast-check";

/**
 * Property tests draw the same values in every run, so that what failed here fails there too.
 * `FAST_CHECK_SEED=$RANDOM npx vitest run` looks further.
 */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_260_101) });
