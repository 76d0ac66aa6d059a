import type { CommandDefinition } from "../command-definition.ts";
import { PROJECT_OPTIONS } from "../options/project-options.ts";

export const iamPolicy: CommandDefinition = {
  name: "iam-policy",
  summary: "Print the least permissions that this project needs on AWS, as IAM policies.",
  printsOnly: true,
  options: [
    {
      key: "principal",
      long: "--principal",
      value: { kind: "choice", choices: ["client", "service"] },
      summary: "Only the policy of whoever runs dbt-glue, or of the role that Glue runs as.",
    },
    ...PROJECT_OPTIONS,
  ],
  examples: ["iam-policy", "iam-policy --target prod --principal service"],
  run: async (context) => (await import("../../commands/iam-policy.ts")).iamPolicy(context),
};
