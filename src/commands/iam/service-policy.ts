import { bucketArns, catalogArn, databaseArns, glueArn, listPrefixes, objectArns } from "./arns.ts";
import { dataCalls } from "./client-policy.ts";
import { policyOf } from "./policy.ts";
import type { PolicyDocument, PolicyStatement } from "./policy.ts";
import type { PolicyFacts } from "./policy-facts.ts";

/** For `role_arn`, as which Spark runs. */
export function servicePolicy(facts: PolicyFacts): PolicyDocument {
  return policyOf([
    ...catalogOfSpark(facts),
    ...filesOfSpark(facts),
    logs(facts),
    ...connections(facts),
    lakeFormation(facts),
    icebergLocks(facts),
    ...(facts.dataAsRole ? ofTheClient(facts) : []),
  ]);
}

/** Spark asks for the database `default` when it starts, and for functions when it meets one. */
function catalogOfSpark(facts: PolicyFacts): PolicyStatement[] {
  const { ownDatabases, sourceDatabases, catalogAccount } = facts;
  const databases = [...ownDatabases, ...sourceDatabases];
  const functions = ["default", ...databases].map((name) =>
    glueArn(facts, catalogAccount, `userDefinedFunction/${name}/*`),
  );
  return [
    {
      Sid: "SparkReadsCatalog",
      Effect: "Allow",
      Action: [
        "glue:GetDatabase",
        "glue:GetDatabases",
        "glue:GetTable",
        "glue:GetTables",
        "glue:GetTableVersions",
        "glue:GetPartition",
        "glue:GetPartitions",
        "glue:BatchGetPartition",
        "glue:GetUserDefinedFunction",
        "glue:GetUserDefinedFunctions",
      ],
      Resource: [...databaseArns(facts, ["default", "global_temp", ...databases]), ...functions],
    },
    {
      Sid: "SparkChangesCatalog",
      Effect: "Allow",
      Action: [
        "glue:CreateTable",
        "glue:UpdateTable",
        "glue:DeleteTable",
        "glue:CreatePartition",
        "glue:UpdatePartition",
        "glue:DeletePartition",
        "glue:BatchCreatePartition",
        "glue:BatchUpdatePartition",
        "glue:BatchDeletePartition",
      ],
      Resource: databaseArns(facts, ownDatabases),
    },
  ];
}

function filesOfSpark(facts: PolicyFacts): PolicyStatement[] {
  const { locations, readLocations } = facts;
  const all = [...locations, ...readLocations];
  return [
    {
      Sid: "SparkListsFiles",
      Effect: "Allow",
      Action: ["s3:ListBucket"],
      Resource: bucketArns(facts, all),
      Condition: { StringLike: { "s3:prefix": listPrefixes(all) } },
    },
    {
      Sid: "SparkFindsBuckets",
      Effect: "Allow",
      Action: ["s3:GetBucketLocation"],
      Resource: bucketArns(facts, all),
    },
    {
      Sid: "SparkWritesFiles",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
      Resource: objectArns(facts, locations),
    },
    {
      Sid: "SparkReadsFiles",
      Effect: "Allow",
      Action: ["s3:GetObject"],
      Resource: objectArns(facts, readLocations),
    },
  ];
}

function logs({ partition, region, account }: PolicyFacts): PolicyStatement {
  return {
    Sid: "WriteLogs",
    Effect: "Allow",
    Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: [`arn:${partition}:logs:${region}:${account}:log-group:/aws-glue/*`],
  };
}

/** A connection puts the session's workers into a network of the account. */
function connections(facts: PolicyFacts): PolicyStatement[] {
  if (facts.connections.length === 0) return [];
  return [
    {
      Sid: "UseConnections",
      Effect: "Allow",
      Action: ["glue:GetConnection"],
      Resource: [
        catalogArn(facts),
        ...facts.connections.map((name) => glueArn(facts, facts.account, `connection/${name}`)),
      ],
    },
    {
      Sid: "JoinNetworks",
      Effect: "Allow",
      Action: [
        "ec2:CreateNetworkInterface",
        "ec2:CreateTags",
        "ec2:DeleteNetworkInterface",
        "ec2:DeleteTags",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeRouteTables",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcAttribute",
        "ec2:DescribeVpcEndpoints",
      ],
      Resource: ["*"],
    },
  ];
}

/** Where Lake Formation guards the data, it hands out the keys to it. */
function lakeFormation({ uses }: PolicyFacts): PolicyStatement | undefined {
  if (!uses.tags && !uses.filters && !uses.grants) return undefined;
  return {
    Sid: "ReadGovernedData",
    Effect: "Allow",
    Action: ["lakeformation:GetDataAccess"],
    Resource: ["*"],
  };
}

/** On Glue 3.0 Iceberg locks its commits in DynamoDB. */
function icebergLocks(facts: PolicyFacts): PolicyStatement | undefined {
  const { partition, region, account, lockTable, formats } = facts;
  if (lockTable === undefined || !formats.has("iceberg")) return undefined;
  return {
    Sid: "LockIcebergCommits",
    Effect: "Allow",
    Action: [
      "dynamodb:CreateTable",
      "dynamodb:DeleteItem",
      "dynamodb:DescribeTable",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
    ],
    Resource: [`arn:${partition}:dynamodb:${region}:${account}:table/${lockTable}`],
  };
}

/** With use_interactive_session_role_for_api_calls the client calls as this role. */
function ofTheClient(facts: PolicyFacts): PolicyStatement[] {
  return dataCalls(facts).map((statement) => ({ ...statement, Sid: `Client${statement.Sid}` }));
}
