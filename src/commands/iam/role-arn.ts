import { policyRoleMissing } from "../../errors/iam-policy-errors.ts";

export interface RoleArn {
  readonly roleArn: string;
  /** `aws`, `aws-cn`, `aws-us-gov`. */
  readonly partition: string;
  readonly account: string;
}

/** The role says in which account and which part of AWS everything happens. */
export function readRoleArn(value: unknown): RoleArn {
  const roleArn = typeof value === "string" ? value : "";
  const [, partition, account] = /^arn:(aws[^:]*):iam::(\d+):role\/.+$/.exec(roleArn) ?? [];
  if (partition === undefined || account === undefined) throw policyRoleMissing(roleArn);
  return { roleArn, partition, account };
}
