import { EngineError } from "./engine-error.ts";

/** `role_arn` is not what CreateSession takes. */
export function roleArnMalformed(arn: string): EngineError {
  return new EngineError({
    code: "ROLE_ARN_MALFORMED",
    message: `"role_arn" is "${arn}", which is not the ARN of a role.`,
    hint: "It looks like arn:aws:iam::123456789012:role/GlueInteractiveSessionRole.",
  });
}

/** iam:PassRole works inside of one account only. */
export function roleOfOtherAccount(arn: string, account: string): EngineError {
  return new EngineError({
    code: "ROLE_OF_OTHER_ACCOUNT",
    message: `"role_arn" is "${arn}", but Glue is called in the account ${account}, and a role can be passed within its own account only.`,
    hint: "Assume a role of that account with client_role_arn, or name a role of this account; tables of other accounts are reached with catalog_id.",
  });
}

/** The profile's own Spark settings leave out what a format of the project needs. */
export function formatSettingsMissing(gaps: readonly string[]): EngineError {
  return new EngineError({
    code: "FORMAT_SETTINGS_MISSING",
    message: `The profile's own settings rule out a format that the project uses:\n${gaps.map((gap) => `  - ${gap}`).join("\n")}`,
    hint: "Add it to datalake_formats or conf, or leave the setting out: dbt-glue then adds what the project's formats need.",
  });
}
