/** One permission of a policy, in IAM's own members and order. */
export interface PolicyStatement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/** A policy document, as `aws iam put-role-policy` takes it. */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly PolicyStatement[];
}

/** Leaves out permissions on nothing; everything in it is sorted, so that a change shows as one. */
export function policyOf(statements: readonly (PolicyStatement | undefined)[]): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: statements.flatMap((statement) =>
      statement === undefined || statement.Resource.length === 0 ? [] : [sorted(statement)],
    ),
  };
}

function sorted({ Action, Resource, ...rest }: PolicyStatement): PolicyStatement {
  return {
    Sid: rest.Sid,
    Effect: rest.Effect,
    Action: [...new Set(Action)].sort(),
    Resource: [...new Set(Resource)].sort(),
    ...(rest.Condition ? { Condition: rest.Condition } : {}),
  };
}
