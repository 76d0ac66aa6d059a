import { bucketArns, catalogArn, databaseArns, glueArn, listPrefixes, objectArns } from "./arns.ts";
import { policyOf } from "./policy.ts";
import type { PolicyDocument, PolicyStatement } from "./policy.ts";
import type { PolicyFacts } from "./policy-facts.ts";

/** For whoever runs dbt-glue: the profile's own principal, or the role that it assumes. */
export function clientPolicy(facts: PolicyFacts): PolicyDocument {
  const data = facts.dataAsRole ? [assume("AssumeServiceRole", facts.roleArn)] : dataCalls(facts);
  return policyOf([...sessionCalls(facts), ...data]);
}

/** For the principal that only assumes `client_role_arn`. */
export function callerPolicy(clientRoleArn: string): PolicyDocument {
  return policyOf([assume("AssumeClientRole", clientRoleArn)]);
}

function assume(Sid: string, roleArn: string): PolicyStatement {
  return { Sid, Effect: "Allow", Action: ["sts:AssumeRole"], Resource: [roleArn] };
}

function sessionCalls(facts: PolicyFacts): PolicyStatement[] {
  return [
    {
      Sid: "RunSessions",
      Effect: "Allow",
      Action: [
        "glue:CreateSession",
        "glue:GetSession",
        "glue:StopSession",
        "glue:DeleteSession",
        "glue:RunStatement",
        "glue:GetStatement",
        "glue:TagResource",
      ],
      Resource: facts.sessionIds.map((id) => glueArn(facts, facts.account, `session/${id}*`)),
    },
    // A listing is of the whole account.
    { Sid: "ListSessions", Effect: "Allow", Action: ["glue:ListSessions"], Resource: ["*"] },
    {
      Sid: "PassServiceRole",
      Effect: "Allow",
      Action: ["iam:PassRole"],
      Resource: [facts.roleArn],
      Condition: { StringEquals: { "iam:PassedToService": "glue.amazonaws.com" } },
    },
  ];
}

/** What is called on the Data Catalog, S3 and Lake Formation from here, and not by Spark. */
export function dataCalls(facts: PolicyFacts): PolicyStatement[] {
  const { ownDatabases, sourceDatabases, locations } = facts;
  return [
    {
      Sid: "ListDatabases",
      Effect: "Allow",
      Action: ["glue:GetDatabases"],
      Resource: [catalogArn(facts), glueArn(facts, facts.catalogAccount, "database/*")],
    },
    {
      Sid: "ReadCatalog",
      Effect: "Allow",
      Action: ["glue:GetDatabase", "glue:GetTable", "glue:GetTables", "glue:GetPartitions"],
      Resource: databaseArns(facts, [...ownDatabases, ...sourceDatabases]),
    },
    {
      Sid: "ChangeCatalog",
      Effect: "Allow",
      Action: [
        "glue:CreateDatabase",
        "glue:DeleteDatabase",
        "glue:CreateTable",
        "glue:UpdateTable",
        "glue:DeleteTable",
        "glue:BatchDeleteTable",
        "glue:BatchCreatePartition",
        "glue:BatchUpdatePartition",
        "glue:BatchDeletePartition",
      ],
      Resource: databaseArns(facts, ownDatabases),
    },
    {
      Sid: "ListTableFiles",
      Effect: "Allow",
      Action: ["s3:ListBucket"],
      Resource: bucketArns(facts, locations),
      Condition: { StringLike: { "s3:prefix": listPrefixes(locations) } },
    },
    {
      Sid: "DeleteTableFiles",
      Effect: "Allow",
      Action: ["s3:DeleteObject"],
      Resource: objectArns(facts, locations),
    },
    ...governanceCalls(facts),
  ];
}

/** Lake Formation's own permissions decide on what; IAM only on whether. */
function governanceCalls({ uses }: PolicyFacts): PolicyStatement[] {
  const actions = [
    ...(uses.tags
      ? [
          "lakeformation:GetResourceLFTags",
          "lakeformation:AddLFTagsToResource",
          "lakeformation:RemoveLFTagsFromResource",
        ]
      : []),
    ...(uses.filters
      ? [
          "lakeformation:ListDataCellsFilter",
          "lakeformation:CreateDataCellsFilter",
          "lakeformation:UpdateDataCellsFilter",
          "lakeformation:DeleteDataCellsFilter",
        ]
      : []),
    ...(uses.filters || uses.grants
      ? [
          "lakeformation:ListPermissions",
          "lakeformation:BatchGrantPermissions",
          "lakeformation:BatchRevokePermissions",
          // A batch is checked like the single calls that it stands for.
          "lakeformation:GrantPermissions",
          "lakeformation:RevokePermissions",
        ]
      : []),
  ];
  return actions.length === 0
    ? []
    : [{ Sid: "Govern", Effect: "Allow", Action: actions, Resource: ["*"] }];
}
