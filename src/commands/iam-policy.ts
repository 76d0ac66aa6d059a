import { printEvent } from "../events/main-events.ts";
import type { CommandContext, CommandOutcome } from "./command-context.ts";
import { callerPolicy, clientPolicy } from "./iam/client-policy.ts";
import type { PolicyDocument } from "./iam/policy.ts";
import { policyFacts } from "./iam/policy-facts.ts";
import { servicePolicy } from "./iam/service-policy.ts";
import { readProject } from "./read-project.ts";

/**
 * `iam-policy`: prints the permissions that this project needs on AWS, from its databases, sources,
 * buckets and the features it uses. Asks nobody: what it prints depends on the project alone.
 */
export function iamPolicy(context: CommandContext): Promise<CommandOutcome> {
  const { runtime, manifest } = readProject(context);
  const { credentials } = runtime.profile;
  const region = [credentials.region, context.env.AWS_REGION, context.env.AWS_DEFAULT_REGION].find(
    (each): each is string => typeof each === "string" && each !== "",
  );
  const facts = policyFacts(manifest, runtime.profile, region);
  const policies: Readonly<Record<string, PolicyDocument>> = {
    client: clientPolicy(facts),
    service: servicePolicy(facts),
    ...(facts.clientRoleArn === undefined ? {} : { caller: callerPolicy(facts.clientRoleArn) }),
  };
  const { principal } = context.flags.command;
  const chosen = typeof principal === "string" ? policies[principal] : policies;
  context.events.emit(printEvent(JSON.stringify(chosen ?? policies, null, 2)));
  return Promise.resolve({ success: true, results: chosen });
}
