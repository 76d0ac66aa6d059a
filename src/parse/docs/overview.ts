import type { DocNode } from "../../manifest/macro-node.ts";

/**
 * What the documentation's first page says where no project of the user's has a docs block of the
 * name `__overview__`. dbt ships such a block under the same id.
 */
export const OVERVIEW: DocNode = {
  name: "__overview__",
  resource_type: "doc",
  package_name: "dbt",
  path: "overview.md",
  original_file_path: "docs/overview.md",
  unique_id: "doc.dbt.__overview__",
  block_contents: `### This project's documentation

Every model, source, seed, snapshot and test of the project has a page here, with its description,
its columns, its SQL and what it depends on.

- **Project** shows the resources in the folders of the project.
- **Database** shows the tables and views where they live.
- **Lineage** shows which resources are made from which.

Replace this page with one of your own: write \`{% docs __overview__ %} ... {% enddocs %}\` into a
Markdown file of the project.`,
};
