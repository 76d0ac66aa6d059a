import { EngineError } from "./engine-error.ts";

/** `iam-policy` cannot know the account. */
export function policyRoleMissing(found: string): EngineError {
  const what = found === "" ? "The target has no role_arn" : `"role_arn" is "${found}"`;
  return new EngineError({
    code: "IAM_POLICY_ROLE",
    message: `${what}, so the account that the policies are for is not known.`,
    hint: "Set role_arn to the ARN that the service role has or will have: arn:aws:iam::123456789012:role/name.",
  });
}
